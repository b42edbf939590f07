import { type Kysely, sql } from 'kysely'
import { holidayDays } from '../../directory/index.ts'
import type { DB } from '../../platform/database/schema.ts'
import type { Day } from '../../platform/day.ts'
import type { Nation, SettingPeriod, StandardsContext } from '../model.ts'

interface ServiceRow {
  readonly id: string
  readonly nation: Nation
  readonly setting: 'custody' | 'community'
  readonly open: readonly number[]
  readonly live: Day | null
}

interface EstablishmentRow {
  readonly code: string
  readonly nation: Nation
  readonly team: string | null
  readonly here: readonly string[]
}

interface ContextRow {
  readonly services: readonly ServiceRow[]
  readonly establishments: readonly EstablishmentRow[]
  readonly settings: readonly SettingPeriod[]
}

/** The standards' context, and which services work in each prison. */
export interface DerivationContext extends StandardsContext {
  /** Prison code → every service that works there. */
  readonly servicesHere: ReadonlyMap<string, readonly string[]>
}

const nations: readonly Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']
const firstHoliday = Temporal.PlainDate.from('2015-01-01')
const lastHoliday = Temporal.PlainDate.from('2045-12-31')

let holidays: ReadonlyMap<Nation, ReadonlySet<Day>> | undefined

const allHolidays = (): ReadonlyMap<Nation, ReadonlySet<Day>> => {
  holidays ??= new Map(nations.map((nation) => [nation, holidayDays(nation, firstHoliday, lastHoliday)]))
  return holidays
}

/** Services, prisons and settings as the engine needs them, in one query. */
export const standardsContext = async (db: Pick<Kysely<DB>, 'getExecutor'>): Promise<DerivationContext> => {
  const found = await sql<ContextRow>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'nation', nation, 'setting', setting, 'open', open_weekdays, 'live', epoch_day(live_from))), '[]') from service) as services,
      (select coalesce(json_agg(json_build_object('code', e.code, 'nation', e.nation,
          'team', (select s.id from service s where s.establishment_code = e.code and s.kind = 'recovery' and s.registered order by s.created_at, s.id limit 1),
          'here', coalesce((select json_agg(s.id order by s.id) from service s where s.establishment_code = e.code), '[]'))), '[]')
        from establishment e) as establishments,
      (select coalesce(json_agg(json_build_object('name', name, 'value', value, 'from', epoch_day(from_day), 'to', epoch_day(to_day))), '[]') from setting_period) as settings`.execute(
    db as Kysely<DB>,
  )
  const row = found.rows[0] ?? { services: [], establishments: [], settings: [] }
  return {
    directory: {
      establishments: new Map(
        row.establishments.map(({ code, nation, team }) => [code, { nation, recoveryTeam: team }]),
      ),
      services: new Map(
        row.services.map(({ id, nation, setting, open, live }) => [
          id,
          { nation, setting, openWeekdays: new Set(open), liveFrom: live },
        ]),
      ),
    },
    settings: row.settings,
    holidays: allHolidays(),
    servicesHere: new Map(row.establishments.map(({ code, here }) => [code, here])),
  }
}
