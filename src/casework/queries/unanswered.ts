import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { answerDueNow } from './answerDueNow.ts'
import type { Reader } from './team.ts'

export interface UnansweredRow {
  readonly handover_id: string
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  /** Sent to the reader's services, who are to answer; else by them. */
  readonly incoming: boolean
  readonly from_service: string
  readonly to_service: string
  readonly sent_at: Temporal.Instant
  readonly seen_at: Temporal.Instant | null
  readonly answer_due: Temporal.PlainDate
  readonly working_release_date: Temporal.PlainDate | null
  /** How many there are in this direction. */
  readonly total: number
}

/** Hand-overs from and to the reader's services that nobody has answered; in each direction the longest due first. */
export const unanswered = async (tx: ReadTx, reader: Reader): Promise<readonly UnansweredRow[]> => {
  const offers = sql`h.id as handover_id, h.person_id, h.service_id, o.to_service_id, o.id as offer_id, o.sent_at, o.seen_at, ${answerDueNow} as answer_due
    from handover h join handover_offer o on o.handover_id = h.id
    where o.answer is null and h.state in ('sent', 'seen')`
  const found = await sql<UnansweredRow>`
    with waiting as (
      select false as incoming, ${offers} and h.service_id = any (${reader.services}::uuid[])
      union all
      select true as incoming, ${offers} and o.to_service_id = any (${reader.services}::uuid[])),
    placed as (
      select waiting.*, count(*) over (partition by incoming) as total,
        row_number() over (partition by incoming order by answer_due, offer_id) as place
      from waiting)
    select f.*, p.given_name, p.family_name, p.known_as, s.name as from_service, r.name as to_service, w.working_release_date
    from placed f join person p on p.id = f.person_id join service s on s.id = f.service_id join service r on r.id = f.to_service_id
      left join whereabouts w on w.person_id = f.person_id
    where f.place <= 10 order by f.answer_due, f.offer_id`.execute(tx.db)
  return found.rows
}
