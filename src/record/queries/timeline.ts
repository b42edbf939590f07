import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { TimelineCursor, TimelineKind, TimelinePart } from '../timeline-kinds.ts'
import { type Branch, beside, branches, type Happening } from './timeline-branches.ts'

/** One thing that happened. `data` is what its kind needs, as the branch below gives it. */
export interface TimelineRow {
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly time_known: boolean
  readonly id: string
  readonly kind: TimelineKind
  readonly data: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly service: string | null
}

/** Rows of one page. */
export const timelinePageSize = 50

const most = timelinePageSize + 1

const startOf = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${day})::timestamp at time zone 'Europe/London')`

const momentOf = ({ at, day }: Happening): RawBuilder<unknown> =>
  at === null ? startOf(day) : sql`coalesce(${at}, ${startOf(day)})`

const beyond = (
  day: RawBuilder<unknown>,
  moment: RawBuilder<unknown>,
  after: TimelineCursor | null,
): RawBuilder<unknown> =>
  after === null
    ? sql`true`
    : sql`${day} <= ${after.day}::date and (${day}, ${moment}, x.id) < (${after.day}::date, ${after.at}::timestamptz, ${after.id}::uuid)`

const columns = (happening: Happening): RawBuilder<unknown> =>
  sql`${happening.day} as day, ${momentOf(happening)} as at, ${happening.at === null ? sql`false` : sql`(${happening.at}) is not null`} as time_known,
    ${sql.lit(happening.kind)} as kind, ${happening.data} as data, ${happening.staff} as staff_id, ${happening.service} as service_id`

/** Each branch stops at one page's worth, so that ten years of notes are not read to show fifty rows. */
const branchSql = (
  { from, where, amongAll, alone, tells }: Branch,
  personId: string,
  after: TimelineCursor | null,
  all: boolean,
): RawBuilder<unknown> => {
  const [first, ...more] = tells
  if (first === undefined) throw new Error('a branch of the timeline tells nothing')
  const of = sql`x.person_id = ${personId} and ${where ?? sql`true`} and ${(all ? amongAll : alone) ?? sql`true`}`
  if (more.length === 0)
    return sql`(select x.id, ${columns(first)} from ${from}
      where ${of} and ${first.day} is not null and ${beyond(first.day, momentOf(first), after)}
      order by ${first.day} desc, 3 desc, x.id desc limit ${sql.lit(most)})`
  const told = sql.join(
    tells.map((happening) => sql`select ${columns(happening)}`),
    sql` union all `,
  )
  return sql`(select x.id, told.* from ${from} cross join lateral (${told}) told
    where ${of} and told.day is not null and ${beyond(sql`told.day`, sql`told.at`, after)}
    order by told.day desc, told.at desc, x.id desc limit ${sql.lit(most)})`
}

/**
 * What happened to somebody, newest first, as far as this reader may see each row: at most fifty-one rows, so
 * that the caller knows whether there are more. `part` null is everything.
 */
export const timeline = async (
  tx: ReadTx,
  personId: string,
  part: TimelinePart | null,
  after: TimelineCursor | null,
): Promise<readonly TimelineRow[]> => {
  const wanted = branches.filter((branch) => part === null || branch.part === part)
  const all = sql.join(
    wanted.map((branch) => branchSql(branch, personId, after, part === null)),
    sql` union all `,
  )
  const found = await sql<TimelineRow>`
    with ${beside(personId)}
    select h.day, h.at, h.time_known, h.id, h.kind, h.data, t.full_name as by, s.name as service
    from (select * from (${all}) happened order by day desc, at desc, id desc limit ${sql.lit(most)}) h
      left join staff t on t.id = h.staff_id left join service s on s.id = h.service_id
    order by h.day desc, h.at desc, h.id desc`.execute(tx.db)
  return found.rows
}
