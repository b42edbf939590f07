import { type RawBuilder, sql } from 'kysely'
import type { LegalStatus } from '../../custody/index.ts'
import type { HeaderFlag, PlaceRow } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { CaseloadFilter, CaseloadSort } from '../caseload-filter.ts'
import { columnsOf, joinsOf, partsOf } from './caseload-parts.ts'
import { coversToday, coverTables } from './covering.ts'
import type { Reader } from './team.ts'

/** Somebody on a caseload, with what there is to know before going to see them. */
export interface CaseloadRow extends PlaceRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly prison_number: string | null
  /** With this worker since. */
  readonly with_since: Temporal.PlainDate
  /** Whose worker is away, and until when; null where they are the worker's own. */
  readonly covering_for: string | null
  readonly covering_until: Temporal.PlainDate | null
  readonly worker: string
  readonly legal_status: LegalStatus | null
  readonly working_release_date: Temporal.PlainDate | null
  readonly overdue: number
  readonly due_today: number
  readonly owed: number
  /** What is owed first. */
  readonly first_owed: string | null
  readonly first_due: Temporal.PlainDate | null
  readonly next_day: Temporal.PlainDate | null
  readonly next_at: Temporal.Instant | null
  readonly seen_on: Temporal.PlainDate | null
  readonly flags: readonly Pick<HeaderFlag, 'kind'>[]
  /** Risks of the plan that stands, high or medium, by name; null: none is agreed, or not the reader's to know. */
  readonly risks: Readonly<Record<string, 'high' | 'medium'>> | null
  /** Whether this reader may know of risk plans. */
  readonly reads_plans: boolean
}

export interface Caseload {
  readonly rows: readonly CaseloadRow[]
  readonly total: number
}

const caseloadPageSize = 50

/** Whose caseload: one worker's, with whom they cover for, or (null) the whole team's. */
type Whose = string | null

const held = (reader: Reader, worker: Whose): RawBuilder<unknown> => {
  const own = worker === null ? sql`true` : sql`a.staff_id = ${worker}`
  const covered = worker === null ? sql`false` : sql`c.staff_id = ${worker}`
  return sql`
    select a.person_id, a.from_day as with_since, s.full_name as worker, null::text as covering_for, null::date as covering_until
    from allocation a join staff s on s.id = a.staff_id
    where a.to_day is null and a.service_id = any (${reader.services}::uuid[]) and ${own}
    union all
    select c.person_id, a.from_day, s.full_name, s.full_name, l.returns_on from ${coverTables} join staff s on s.id = a.staff_id
    where c.service_id = any (${reader.services}::uuid[]) and ${covered} and ${coversToday}`
}

const sorted: Readonly<Record<CaseloadSort, RawBuilder<unknown>>> = {
  owed: sql`t.overdue desc, t.due_today desc, t.first_due nulls last`,
  name: sql`t.family_name, t.given_name`,
  landing: sql`t.landing nulls last, t.family_name`,
  next: sql`t.next_day nulls first`,
  leaves: sql`t.working_release_date nulls last`,
  risk: sql`t.danger + coalesce(t.weight, 0) desc, t.overdue desc`,
  seen: sql`t.seen_on nulls first`,
}

const shown = (show: CaseloadFilter['show'], today: Temporal.PlainDate): RawBuilder<boolean> =>
  ({
    '': sql<boolean>`true`,
    overdue: sql<boolean>`t.overdue > 0`,
    leaving: sql<boolean>`t.working_release_date <= ${today.add({ days: 28 })}`,
    not_seen: sql<boolean>`(t.seen_on is null or t.seen_on < ${today.subtract({ days: 14 })})`,
    no_contact: sql<boolean>`t.next_day is null`,
    covering: sql<boolean>`t.covering_for is not null`,
  })[show]

/** A worker's people, or the team's, with what is owed to each: filtered, the least good first, 50 a page. */
export const caseload = async (
  tx: ReadTx,
  reader: Reader,
  worker: Whose,
  filter: CaseloadFilter,
): Promise<Caseload> => {
  const { ofAll, ofPage } = partsOf(reader, tx.today, filter)
  const found = await sql<CaseloadRow & { readonly total: number }>`
    with told as (
      select h.*, p.given_name, p.family_name, p.known_as, w.status, w.establishment_code, w.since, w.released_on, w.working_release_date,
        l.wing, l.cell, l.landing ${columnsOf(ofAll)}
      from (${held(reader, worker)}) h
        join person p on p.id = h.person_id
        left join whereabouts w on w.person_id = h.person_id
        left join location l on l.person_id = h.person_id and (l.establishment_code is null or l.establishment_code = w.establishment_code)
        ${joinsOf(ofAll)}),
    page as (
      select t.*, count(*) over () as total, row_number() over (order by ${sorted[filter.sort]}, t.person_id) as place from told t
      where ${shown(filter.show, tx.today)} and (${filter.wing} = '' or t.wing = ${filter.wing})
      order by place limit ${caseloadPageSize} offset ${(filter.page - 1) * caseloadPageSize})
    select h.* ${columnsOf(ofPage)}, 'recovery' = any ((select actor_reads())::record_class[]) as reads_plans,
      e.name as establishment, n.value as prison_number, k.status as legal_status
    from page h left join establishment e on e.code = h.establishment_code
      left join lateral (select i.value from identifier i where i.person_id = h.person_id and i.type = 'prison_number'
        order by i.alias, i.recorded_at desc, i.id desc limit 1) n on true
      left join lateral (select s.status from legal_status s where s.person_id = h.person_id order by s.as_of desc, s.id desc limit 1) k on true
      ${joinsOf(ofPage)}
    order by h.place`.execute(tx.db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}
