import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { TimelineCursor, TimelineKind, TimelinePart } from '../timeline-kinds.ts'

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

interface Branch {
  readonly part: TimelinePart
  readonly kind: TimelineKind
  readonly from: RawBuilder<unknown>
  readonly day: RawBuilder<unknown>
  /** Null: only the day is known. */
  readonly at: RawBuilder<unknown> | null
  readonly data: RawBuilder<unknown>
  readonly staff: RawBuilder<unknown>
  readonly service: RawBuilder<unknown>
  readonly where?: RawBuilder<unknown>
  /** Narrows it further where everything is shown: what stands inside another row is not said twice. */
  readonly amongAll?: RawBuilder<unknown>
}

const recorded = { staff: sql`x.recorded_by`, service: sql`x.service_id` }

const branches: readonly Branch[] = [
  {
    ...recorded,
    part: 'notes',
    kind: 'note',
    from: sql`note x`,
    day: sql`x.day`,
    at: sql`x.recorded_at`,
    data: sql`json_build_object('words', x.words, 'class', x.class, 'amended', x.amends is not null)`,
    where: sql`not exists (select from note later where later.amends = x.id)`,
    amongAll: sql`x.contact_id is null`,
  },
  {
    ...recorded,
    part: 'contacts',
    kind: 'contact',
    from: sql`contact x`,
    day: sql`x.day`,
    at: sql`x.starts_at`,
    data: sql`json_build_object('purpose', x.purpose, 'mode', x.mode, 'outcome', x.outcome, 'place', x.place, 'words', x.words,
      'notes', (select string_agg(n.words, E'\\n\\n' order by n.id) from note n where n.contact_id = x.id
        and not exists (select from note later where later.amends = n.id)))`,
    staff: sql`coalesce(x.staff_id, x.recorded_by)`,
  },
  {
    ...recorded,
    part: 'forms',
    kind: 'fact',
    from: sql`fact x`,
    day: sql`x.day`,
    at: sql`x.at`,
    data: sql`json_build_object('kind', x.kind, 'answers', x.answers, 'amended', x.amends is not null)`,
    where: sql`not exists (select from fact later where later.amends = x.id)`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'referral',
    from: sql`episode x`,
    day: sql`x.referral_date`,
    at: null,
    data: sql`json_build_object('source', x.referral_source, 'substances', x.substances)`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'triage',
    from: sql`episode x`,
    day: sql`x.triage_date`,
    at: null,
    data: sql`json_build_object()`,
    where: sql`x.triage_date is not null and not exists (select from fact f where f.episode_id = x.id and f.kind = 'triage')`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'episode_end',
    from: sql`episode x`,
    day: sql`x.end_date`,
    at: null,
    data: sql`json_build_object('reason', x.end_reason)`,
    where: sql`x.end_date is not null`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'intervention',
    from: sql`intervention x`,
    day: sql`x.started_on`,
    at: null,
    data: sql`json_build_object('kind', x.kind)`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'intervention_end',
    from: sql`intervention x`,
    day: sql`x.ended_on`,
    at: null,
    data: sql`json_build_object('kind', x.kind)`,
    staff: sql`x.ended_by`,
    where: sql`x.ended_on is not null`,
  },
  {
    ...recorded,
    part: 'treatment',
    kind: 'allocation',
    from: sql`allocation x join staff worker on worker.id = x.staff_id`,
    day: sql`x.from_day`,
    at: null,
    data: sql`json_build_object('worker', worker.full_name, 'role', x.as_role, 'until', x.to_day, 'why', x.ended_why)`,
  },
  {
    ...recorded,
    part: 'handovers',
    kind: 'handover',
    from: sql`handover x`,
    day: sql`x.opened_on`,
    at: null,
    data: sql`json_build_object('kind', x.kind, 'destination', x.destination, 'handover', x.id)`,
  },
  {
    ...recorded,
    part: 'handovers',
    kind: 'offer',
    from: sql`handover_offer x join service receiver on receiver.id = x.to_service_id`,
    day: sql`london_day(x.sent_at)`,
    at: sql`x.sent_at`,
    data: sql`json_build_object('to', receiver.name, 'handover', x.handover_id)`,
    staff: sql`x.sent_by`,
  },
  {
    part: 'handovers',
    kind: 'answer',
    from: sql`handover_offer x join service receiver on receiver.id = x.to_service_id`,
    day: sql`london_day(x.answered_at)`,
    at: sql`x.answered_at`,
    data: sql`json_build_object('to', receiver.name, 'answer', x.answer, 'reason', x.decline_reason, 'words', x.words, 'handover', x.handover_id)`,
    staff: sql`x.answered_by`,
    service: sql`case when x.answer = 'withdrawn' then x.service_id else x.to_service_id end`,
    where: sql`x.answered_at is not null`,
  },
  {
    ...recorded,
    part: 'handovers',
    kind: 'message',
    from: sql`handover_message x`,
    day: sql`london_day(x.recorded_at)`,
    at: sql`x.recorded_at`,
    data: sql`json_build_object('words', x.words, 'handover', x.handover_id)`,
  },
  {
    ...recorded,
    part: 'moves',
    kind: 'movement',
    from: sql`movement x left join establishment prison on prison.code = x.establishment_code`,
    day: sql`x.day`,
    at: sql`case when x.time_known then x.at end`,
    data: sql`json_build_object('type', x.type, 'prison', coalesce(prison.name, x.establishment_code), 'unplanned', x.unplanned, 'source', x.source)`,
    where: sql`not x.set_aside`,
  },
  {
    ...recorded,
    part: 'moves',
    kind: 'release_date',
    from: sql`release_date x`,
    day: sql`london_day(x.recorded_at)`,
    at: sql`x.recorded_at`,
    data: sql`json_build_object('type', x.type, 'date', x.date, 'source', x.source)`,
  },
  {
    ...recorded,
    part: 'safety',
    kind: 'flag',
    from: sql`safety_flag x`,
    day: sql`x.day`,
    at: sql`x.recorded_at`,
    data: sql`json_build_object('kind', x.kind, 'detail', x.detail)`,
  },
  {
    ...recorded,
    part: 'safety',
    kind: 'flag_down',
    from: sql`safety_flag x`,
    day: sql`london_day(x.ended_at)`,
    at: sql`x.ended_at`,
    data: sql`json_build_object('kind', x.kind, 'detail', x.detail)`,
    staff: sql`x.ended_by`,
    where: sql`x.ended_at is not null`,
  },
  {
    ...recorded,
    part: 'safety',
    kind: 'contact_details',
    from: sql`contact_details x`,
    day: sql`london_day(x.recorded_at)`,
    at: sql`x.recorded_at`,
    data: sql`json_build_object('phone', x.phone, 'town', x.town)`,
  },
]

/** Rows of one page. */
export const timelinePageSize = 50

const most = timelinePageSize + 1

const startOf = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${day})::timestamp at time zone 'Europe/London')`

/** Each branch stops at one page's worth, so that ten years of notes are not read to show fifty rows. */
const branchSql = (
  { kind, from, day, at, data, staff, service, where, amongAll }: Branch,
  personId: string,
  after: TimelineCursor | null,
  all: boolean,
): RawBuilder<unknown> => {
  const moment = at === null ? startOf(day) : sql`coalesce(${at}, ${startOf(day)})`
  const id = sql`x.id`
  const beyond =
    after === null
      ? sql`true`
      : sql`${day} <= ${after.day}::date and (${day}, ${moment}, ${id}) < (${after.day}::date, ${after.at}::timestamptz, ${after.id}::uuid)`
  return sql`(select ${day} as day, ${moment} as at, ${at === null ? sql`false` : sql`(${at}) is not null`} as time_known,
    ${id} as id, ${sql.lit(kind)} as kind, ${data} as data, ${staff} as staff_id, ${service} as service_id
    from ${from} where x.person_id = ${personId} and ${where ?? sql`true`} and ${(all ? amongAll : undefined) ?? sql`true`} and ${beyond}
    order by ${day} desc, 2 desc, ${id} desc limit ${sql.lit(most)})`
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
    select h.day, h.at, h.time_known, h.id, h.kind, h.data, t.full_name as by, s.name as service
    from (select * from (${all}) happened order by day desc, at desc, id desc limit ${sql.lit(most)}) h
      left join staff t on t.id = h.staff_id left join service s on s.id = h.service_id
    order by h.day desc, h.at desc, h.id desc`.execute(tx.db)
  return found.rows
}
