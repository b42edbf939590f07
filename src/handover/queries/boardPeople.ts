import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Whose board: the prisons where the reader's teams work, and the community services they work in. */
export interface BoardReader {
  readonly establishments: readonly string[]
  readonly services: readonly string[]
}

/** Somebody who leaves, or left and is not in treatment yet. */
export interface BoardPerson {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly establishment_code: string | null
  readonly establishment: string | null
  /** The day they leave or left. */
  readonly day: Temporal.PlainDate
  /** As recorded, before weekend, holiday and Friday rules. */
  readonly recorded_day: Temporal.PlainDate | null
  readonly warning: string | null
  readonly unplanned: boolean
  readonly reason_known: boolean
}

/** No board is longer: what is further ahead or older waits for a narrower window. */
const most = 600

const passedDays = 30

const person = sql`p.id, p.given_name, p.family_name, p.known_as`

type Select = RawBuilder<unknown>

/** People of the reader's prisons, of their community services, or both: only the ways in that they have are asked. */
const ofReader = (reader: BoardReader, inPrison: Select, inService: Select): Select =>
  sql.join(
    [
      ...(reader.establishments.length === 0 ? [] : [inPrison]),
      ...(reader.services.length === 0 ? [] : [inService]),
      ...(reader.establishments.length + reader.services.length === 0
        ? [sql`select null::uuid as person_id where false`]
        : []),
    ],
    sql` union `,
  )

const involvedWith = ({ services }: BoardReader, today: Temporal.PlainDate): Select => sql`
  select i.person_id from involvement i join whereabouts w on w.person_id = i.person_id
  where i.service_id = any (${services}::uuid[]) and i.ground in ('offer', 'episode', 'handover', 'allocation')
    and (i.until is null or i.until > ${today.toString()}::date)`

/** People with an onward need who leave within `window` days, or should have left: the soonest first. */
export const leavingPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  reader: BoardReader,
  window: number,
): Promise<readonly BoardPerson[]> => {
  const [from, to] = [tx.today.subtract({ days: passedDays }), tx.today.add({ days: window })]
  const leaves = sql`w.working_release_date between ${from.toString()}::date and ${to.toString()}::date`
  const found = await sql<BoardPerson>`
    with mine as materialized (${ofReader(
      reader,
      sql`select w.person_id from whereabouts w where w.establishment_code = any (${reader.establishments}::text[]) and ${leaves}`,
      sql`${involvedWith(reader, tx.today)} and ${leaves}`,
    )})
    select ${person}, w.establishment_code, e.name as establishment, w.working_release_date as day,
      w.calculated_release_date as recorded_day, w.release_date_warning as warning, false as unplanned, true as reason_known
    from mine join whereabouts w on w.person_id = mine.person_id join person p on p.id = w.person_id
      left join treatment_need t on t.person_id = w.person_id
      left join establishment e on e.code = w.establishment_code
    where (t.onward_need or (t.onward_need is null and needs_as_seen(w.person_id))) and w.status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit')
    order by w.working_release_date, p.family_name, p.id limit ${most}`.execute(tx.db)
  return found.rows
}

/** People who left within `days` and are owed a start of treatment: the longest out last. */
export const leftPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  reader: BoardReader,
  days: number,
): Promise<readonly BoardPerson[]> => {
  const left = sql`w.released_on >= ${tx.today.subtract({ days }).toString()}::date`
  const found = await sql<BoardPerson>`
    with mine as materialized (${ofReader(
      reader,
      sql`select w.person_id from whereabouts w where w.released_from = any (${reader.establishments}::text[]) and ${left}`,
      sql`${involvedWith(reader, tx.today)} and ${left}`,
    )})
    select ${person}, w.released_from as establishment_code, e.name as establishment, w.released_on as day,
      null::date as recorded_day, null::text as warning, coalesce(w.release_unplanned, false) as unplanned,
      coalesce(w.release_reason_known, true) as reason_known
    from mine join whereabouts w on w.person_id = mine.person_id join person p on p.id = w.person_id
      left join establishment e on e.code = w.released_from
    where w.status = 'in_community' and exists (
      select from obligation o where o.person_id = w.person_id and o.standard = 'continuity' and o.state = 'owed')
    order by w.released_on desc, p.family_name, p.id limit ${most}`.execute(tx.db)
  return found.rows
}
