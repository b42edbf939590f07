import { type RawBuilder, sql } from 'kysely'
import type { TimelineKind, TimelinePart } from '../timeline-kinds.ts'

/** What a row tells of, as the timeline shows it. Each part is SQL over `x`, the row. */
export interface Happening {
  readonly kind: TimelineKind
  /** Null in the row: it did not happen (yet). */
  readonly day: RawBuilder<unknown>
  /** Null: only the day is known. */
  readonly at: RawBuilder<unknown> | null
  readonly data: RawBuilder<unknown>
  readonly staff: RawBuilder<unknown>
  readonly service: RawBuilder<unknown>
}

/** One table, read once, and what a row of it tells: mostly one thing, of an episode its beginning and its end. */
export interface Branch {
  readonly part: TimelinePart
  readonly from: RawBuilder<unknown>
  readonly tells: readonly Happening[]
  readonly where?: RawBuilder<unknown>
  /** Narrows it further where everything is shown: what stands inside another row is not said twice. */
  readonly amongAll?: RawBuilder<unknown>
  /** Narrows it further where its part alone is shown. */
  readonly alone?: RawBuilder<unknown>
}

const recorded = { staff: sql`x.recorded_by`, service: sql`x.service_id` }

const stands = sql`not exists (select from amended where amended.id = x.id)`

const ofTests = sql.raw(`'incident', 'test_result', 'record_set_aside'`)

const aFact: Happening = {
  ...recorded,
  kind: 'fact',
  day: sql`x.day`,
  at: sql`x.at`,
  data: sql`json_build_object('kind', x.kind, 'answers', x.answers, 'amended', x.amends is not null)`,
}

/** What several branches ask, read once: which rows were amended, and the forms that tell of something again. */
export const beside = (personId: string): RawBuilder<unknown> => sql`
  amended as materialized (
    select n.amends as id from note n where n.person_id = ${personId} and n.amends is not null
    union all select f.amends from fact f where f.person_id = ${personId} and f.amends is not null),
  told as materialized (
    select f.kind, f.day, f.episode_id from fact f where f.person_id = ${personId} and f.kind in ('triage', 'plan_reviewed'))`

/** When something was written down, where that was on the day that it is about: else only its day is known. */
const writtenThatDay = sql`case when london_day(x.recorded_at) = x.day then x.recorded_at end`

/** Everything that the timeline of a person gathers; row security decides what of it a reader is shown. */
export const branches: readonly Branch[] = [
  {
    part: 'notes',
    from: sql`note x`,
    where: stands,
    amongAll: sql`x.contact_id is null`,
    tells: [
      {
        ...recorded,
        kind: 'note',
        day: sql`x.day`,
        at: writtenThatDay,
        data: sql`json_build_object('words', x.words, 'class', x.class, 'amended', x.amends is not null)`,
      },
    ],
  },
  {
    part: 'contacts',
    from: sql`contact x`,
    tells: [
      {
        kind: 'contact',
        day: sql`x.day`,
        at: sql`x.starts_at`,
        data: sql`json_build_object('purpose', x.purpose, 'mode', x.mode, 'outcome', x.outcome, 'place', x.place, 'words', x.words,
          'notes', (select string_agg(n.words, E'\\n\\n' order by n.id) from note n where n.contact_id = x.id
            and not exists (select from amended where amended.id = n.id)))`,
        staff: sql`coalesce(x.staff_id, x.recorded_by)`,
        service: recorded.service,
      },
    ],
  },
  {
    part: 'forms',
    from: sql`fact x`,
    where: stands,
    alone: sql`x.kind not in (${ofTests})`,
    tells: [aFact],
  },
  // Among all, the branch above tells of them: the table is read once.
  {
    part: 'tests',
    from: sql`fact x`,
    where: stands,
    amongAll: sql`false`,
    alone: sql`x.kind in (${ofTests})`,
    tells: [aFact],
  },
  {
    part: 'forms',
    from: sql`plan_goal x`,
    // What became of a goal at a review stands in the review.
    where: sql`x.state in ('met', 'dropped') and not exists (select from told
      where told.kind = 'plan_reviewed' and told.day = x.closed_on)`,
    tells: [
      {
        kind: 'goal_end',
        day: sql`x.closed_on`,
        at: null,
        data: sql`json_build_object('state', x.state, 'words', x.words, 'why', x.why)`,
        staff: sql`x.closed_by`,
        service: recorded.service,
      },
    ],
  },
  {
    part: 'treatment',
    from: sql`episode x`,
    tells: [
      {
        ...recorded,
        kind: 'referral',
        day: sql`x.referral_date`,
        at: null,
        data: sql`json_build_object('source', x.referral_source, 'substances', x.substances)`,
      },
      {
        ...recorded,
        kind: 'triage',
        day: sql`case when not exists (select from told where told.kind = 'triage' and told.episode_id = x.id) then x.triage_date end`,
        at: null,
        data: sql`json_build_object()`,
      },
      {
        ...recorded,
        kind: 'episode_end',
        day: sql`x.end_date`,
        at: null,
        data: sql`json_build_object('reason', x.end_reason)`,
      },
    ],
  },
  {
    part: 'treatment',
    from: sql`intervention x`,
    tells: [
      {
        ...recorded,
        kind: 'intervention',
        day: sql`x.started_on`,
        at: null,
        data: sql`json_build_object('kind', x.kind)`,
      },
      {
        kind: 'intervention_end',
        day: sql`x.ended_on`,
        at: null,
        data: sql`json_build_object('kind', x.kind)`,
        staff: sql`x.ended_by`,
        service: recorded.service,
      },
    ],
  },
  {
    part: 'treatment',
    from: sql`allocation x join staff worker on worker.id = x.staff_id`,
    tells: [
      {
        ...recorded,
        kind: 'allocation',
        day: sql`x.from_day`,
        at: null,
        data: sql`json_build_object('worker', worker.full_name, 'role', x.as_role, 'until', x.to_day, 'why', x.ended_why)`,
      },
    ],
  },
  {
    part: 'handovers',
    from: sql`handover x`,
    tells: [
      {
        ...recorded,
        kind: 'handover',
        day: sql`x.opened_on`,
        at: null,
        data: sql`json_build_object('kind', x.kind, 'destination', x.destination, 'handover', x.id)`,
      },
    ],
  },
  {
    part: 'handovers',
    from: sql`handover_offer x join service receiver on receiver.id = x.to_service_id`,
    tells: [
      {
        kind: 'offer',
        day: sql`london_day(x.sent_at)`,
        at: sql`x.sent_at`,
        data: sql`json_build_object('to', receiver.name, 'handover', x.handover_id)`,
        staff: sql`x.sent_by`,
        service: recorded.service,
      },
      {
        kind: 'answer',
        day: sql`london_day(x.answered_at)`,
        at: sql`x.answered_at`,
        data: sql`json_build_object('to', receiver.name, 'answer', x.answer, 'reason', x.decline_reason, 'words', x.words, 'handover', x.handover_id)`,
        staff: sql`x.answered_by`,
        service: sql`case when x.answer = 'withdrawn' then x.service_id else x.to_service_id end`,
      },
    ],
  },
  {
    part: 'handovers',
    from: sql`handover_message x`,
    tells: [
      {
        ...recorded,
        kind: 'message',
        day: sql`london_day(x.recorded_at)`,
        at: sql`x.recorded_at`,
        data: sql`json_build_object('words', x.words, 'handover', x.handover_id)`,
      },
    ],
  },
  {
    part: 'moves',
    from: sql`movement x left join establishment prison on prison.code = x.establishment_code`,
    where: sql`not x.set_aside`,
    tells: [
      {
        ...recorded,
        kind: 'movement',
        day: sql`x.day`,
        at: sql`case when x.time_known then x.at end`,
        data: sql`json_build_object('type', x.type, 'prison', coalesce(prison.name, x.establishment_code), 'unplanned', x.unplanned, 'source', x.source)`,
      },
    ],
  },
  {
    part: 'moves',
    from: sql`release_date x`,
    tells: [
      {
        ...recorded,
        kind: 'release_date',
        day: sql`london_day(x.recorded_at)`,
        at: sql`x.recorded_at`,
        data: sql`json_build_object('type', x.type, 'date', x.date, 'source', x.source)`,
      },
    ],
  },
  {
    part: 'safety',
    from: sql`safety_flag x`,
    tells: [
      {
        ...recorded,
        kind: 'flag',
        day: sql`x.day`,
        at: writtenThatDay,
        data: sql`json_build_object('kind', x.kind, 'detail', x.detail)`,
      },
      {
        kind: 'flag_down',
        day: sql`london_day(x.ended_at)`,
        at: sql`x.ended_at`,
        data: sql`json_build_object('kind', x.kind, 'detail', x.detail)`,
        staff: sql`x.ended_by`,
        service: recorded.service,
      },
    ],
  },
  {
    part: 'safety',
    from: sql`contact_details x`,
    tells: [
      {
        ...recorded,
        kind: 'contact_details',
        day: sql`london_day(x.recorded_at)`,
        at: sql`x.recorded_at`,
        data: sql`json_build_object('phone', x.phone, 'town', x.town)`,
      },
    ],
  },
]
