import { sql } from 'kysely'
import type { Nation } from '../../directory/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'
import type { AskedBy, How, RequestState } from '../model.ts'

/** The longer time that a request was given. */
export interface Extended {
  readonly why: string | null
  readonly told_on: string
  readonly told_how: string | null
  readonly by: string
}

/** That a request was taken back. */
interface TakenBack {
  readonly day: string
  readonly how: string | null
  readonly by: string
}

/** A request as this reader sees it: passages are counted of the classes that they may read. */
export interface AccessRequest {
  readonly id: string
  readonly person_id: string
  /** Null where this reader may not see them. */
  readonly name: string | null
  readonly service: string
  readonly nation: Nation
  readonly asked_by: AskedBy
  readonly asked_name: string
  readonly identity_checked: string
  readonly asked_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly state: RequestState
  readonly extension: Extended | null
  readonly taken_back: TakenBack | null
  readonly step: number
  readonly steps: number
  readonly step_words: string | null
  readonly cleared_at: Temporal.Instant | null
  readonly undecided: number
  readonly passages: number
  readonly withheld: number
  readonly next_passage: string | null
  /** Classes that this reader may let leave. */
  readonly mine: readonly RecordClass[]
  /** Classes that have left. */
  readonly left: readonly RecordClass[]
}

const one = sql`select r.id, r.person_id, coalesce(n.known_as, n.given_name) || ' ' || n.family_name as name, s.name as service, s.nation, r.asked_by, r.asked_name, r.identity_checked, r.asked_on, r.due_on, r.state, r.step, r.steps, r.step_words, r.cleared_at,
    case when r.extended_by is not null then json_build_object('why', r.extended_why, 'told_on', r.told_on, 'told_how', r.told_how, 'by', x.full_name) end as extension,
    case when r.withdrawn_by is not null then json_build_object('day', r.withdrawn_on, 'how', r.withdrawn_how, 'by', w.full_name) end as taken_back,
    p.undecided, p.passages, p.withheld, p.next_passage, to_json(releasable(r.id)) as mine,
    coalesce((select json_agg(distinct c) from access_release e, unnest(e.classes) c where e.request_id = r.id), '[]') as left
  from access_request r join service s on s.id = r.service_id
  left join person n on n.id = r.person_id left join staff x on x.id = r.extended_by left join staff w on w.id = r.withdrawn_by
  left join lateral (
    select count(*) filter (where a.decision is null)::integer as undecided, count(*)::integer as passages,
      count(*) filter (where a.decision = 'withheld')::integer as withheld,
      (array_agg(a.id order by a.id) filter (where a.decision is null))[1] as next_passage
    from access_passage a where a.request_id = r.id) p on true`

export const accessRequest = async (tx: Pick<ReadTx, 'db'>, id: string): Promise<Result<AccessRequest>> => {
  const [row] = (await sql<AccessRequest>`${one} where r.id = ${id}`.execute(tx.db)).rows
  return row === undefined ? refused('not_found', 'There is no such request.') : ok(row)
}

/** A request in the list: who it is about, where that may be read. */
export interface ListedRequest {
  readonly id: string
  readonly person_id: string
  readonly name: string | null
  readonly state: RequestState
  readonly asked_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
}

/** Requests that this reader may see, those that wait first. */
export const accessRequests = async (tx: Pick<ReadTx, 'db'>): Promise<readonly ListedRequest[]> =>
  (
    await sql<ListedRequest>`
      select r.id, r.person_id, coalesce(p.known_as, p.given_name) || ' ' || p.family_name as name, r.state, r.asked_on, r.due_on
      from access_request r left join person p on p.id = r.person_id
      order by r.state in ('released', 'withdrawn'), r.due_on, r.id limit 50`.execute(tx.db)
  ).rows

/** Somebody of the service who may be named to review the safeguarding part. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

export const colleaguesOf = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  serviceId: string,
  but: string,
): Promise<readonly Colleague[]> =>
  (
    await sql<Colleague>`
      select distinct s.id, s.full_name as name from membership m join staff s on s.id = m.staff_id and s.active
      where m.service_id = ${serviceId} and not bear_one_name(s.id, ${but}) and m.from_day <= ${tx.today}::date and (m.to_day is null or m.to_day >= ${tx.today}::date)
        and m.role in ('recovery_worker', 'coordinator', 'team_leader', 'clinical', 'community_worker') order by 2, 1 limit 50`.execute(
      tx.db,
    )
  ).rows

/** A marked passage, in the row it stands in. */
export interface Passage {
  readonly id: string
  readonly request_id: string
  readonly person_id: string
  readonly label: string
  readonly words: string
  readonly why: string
  readonly decision: 'kept' | 'withheld' | null
  readonly reason: string | null
  readonly heading: string
  readonly section: string
  readonly day: Temporal.PlainDate | null
}

export const passageOf = async (
  tx: Pick<ReadTx, 'db'>,
  requestId: string,
  passageId: string,
): Promise<Result<Passage>> => {
  const [row] = (
    await sql<Passage>`select p.id, p.request_id, p.person_id, p.label, p.words, p.why, p.decision, p.reason, i.heading, i.section, i.day
      from access_passage p join access_item i on i.id = p.item_id where p.id = ${passageId} and p.request_id = ${requestId}`.execute(
      tx.db,
    )
  ).rows
  return row === undefined ? refused('not_found', 'There is no such passage.') : ok(row)
}

/** A part of the answer that left, and how. */
export interface Released {
  readonly recorded_at: Temporal.Instant
  readonly given_to: string
  readonly how: How
  readonly by: string
}

export const releasesOf = async (tx: Pick<ReadTx, 'db'>, requestId: string): Promise<readonly Released[]> =>
  (
    await sql<Released>`select e.recorded_at, e.given_to, e.how, s.full_name as by from access_release e join staff s on s.id = e.released_by
      where e.request_id = ${requestId} order by e.recorded_at`.execute(tx.db)
  ).rows
