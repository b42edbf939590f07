import { sql } from 'kysely'
import { answerDueNow } from '../../casework/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { HandoverState } from '../model.ts'

export type HandoverFilter = 'open' | 'incoming' | 'outgoing' | 'accepted' | 'closed'

/** One line of the list of hand-overs. */
export interface ListedHandover {
  readonly id: string
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly state: HandoverState
  readonly destination: string | null
  readonly from_name: string
  readonly to_name: string | null
  readonly incoming: boolean
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null
  readonly sent_at: Temporal.Instant | null
  readonly answer_due: Temporal.PlainDate | null
  readonly release: Temporal.PlainDate | null
  readonly treatment_start: Temporal.PlainDate | null
  readonly total: number
}

const pageSize = 50

const wanted: Readonly<Record<HandoverFilter, ReturnType<typeof sql>>> = {
  open: sql`(case when l.incoming then l.answer is null or (l.answer = 'accepted' and l.treatment_start is null)
    else l.state <> 'closed' and (l.state <> 'accepted' or l.treatment_start is null) end)`,
  incoming: sql`(l.incoming and l.answer is null and l.state <> 'closed')`,
  outgoing: sql`(not l.incoming and l.state in ('open', 'sent', 'seen', 'declined'))`,
  accepted: sql`(l.answer = 'accepted' and l.state <> 'closed')`,
  closed: sql`(l.state = 'closed' or l.answer in ('declined', 'withdrawn'))`,
}

/**
 * Hand-overs to and from these services, and those of people who are now in their prison: unanswered first, by the day
 * on which the answer is due, then by release. A page of fifty, with how many there are.
 */
export const handoverList = async (
  tx: Pick<ReadTx, 'db'>,
  services: readonly string[],
  filter: HandoverFilter,
  page: number,
): Promise<readonly ListedHandover[]> => {
  const found = await sql<ListedHandover>`
    with mine as (
      select h.id from handover h where h.service_id = any (${services}::uuid[])
      union select o.handover_id from handover_offer o where o.to_service_id = any (${services}::uuid[])
      union select h.id from involvement i join handover h on h.person_id = i.person_id
        where i.service_id = any (${services}::uuid[]) and i.ground = 'here' and i.until is null and h.state <> 'closed'),
    l as materialized (
      select h.id, h.person_id, p.given_name, p.family_name, p.known_as, h.state, h.destination, s.name as from_name, o.to_name,
        coalesce(o.incoming, false) as incoming, o.answer, o.sent_at, o.answer_due,
        coalesce(case when w.status in ('in_community', 'died', 'removed') then w.released_on else w.working_release_date end, w.released_on) as release,
        e.treatment_start
      from mine join handover h on h.id = mine.id join person p on p.id = h.person_id join service s on s.id = h.service_id
        left join whereabouts w on w.person_id = h.person_id
        left join lateral (
          select o.to_service_id, o.answer, o.sent_at, ${answerDueNow} as answer_due, r.name as to_name, o.to_service_id = any (${services}::uuid[]) as incoming
          from handover_offer o join service r on r.id = o.to_service_id
          where o.handover_id = h.id order by o.sent_at desc, o.id desc limit 1) o on true
        left join lateral (
          select e.treatment_start from episode e where e.person_id = h.person_id and e.service_id = o.to_service_id and e.end_date is null
          order by e.referral_date desc limit 1) e on o.answer = 'accepted')
    select l.*, (count(*) over ())::integer as total from l where ${wanted[filter]}
    order by (l.incoming and l.answer is null) desc, l.answer is null desc, l.answer_due nulls first, l.release nulls last, l.family_name, l.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx.db)
  return found.rows
}
