import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

export interface UnansweredRow {
  readonly handover_id: string
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly to_service: string
  readonly sent_at: Temporal.Instant
  readonly seen_at: Temporal.Instant | null
  readonly answer_due: Temporal.PlainDate
  readonly total: number
}

/** Hand-overs that the reader's services sent and nobody has answered; the longest due first. */
export const unanswered = async (tx: ReadTx, reader: Reader): Promise<readonly UnansweredRow[]> => {
  const found = await sql<UnansweredRow>`
    with waiting as (
      select h.id as handover_id, h.person_id, o.to_service_id, o.sent_at, o.seen_at, o.answer_due, count(*) over () as total
      from handover h join handover_offer o on o.handover_id = h.id and o.answer is null
      where h.service_id = any (${reader.services}::uuid[]) and h.state in ('sent', 'seen')
      order by o.answer_due, o.id limit 10)
    select f.*, p.given_name, p.family_name, p.known_as, s.name as to_service
    from waiting f join person p on p.id = f.person_id join service s on s.id = f.to_service_id
    order by f.answer_due, f.handover_id`.execute(tx.db)
  return found.rows
}
