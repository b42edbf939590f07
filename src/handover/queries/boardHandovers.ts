import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactOutcome } from '../../standards/index.ts'
import type { HandoverState } from '../model.ts'

/** The newest hand-over of somebody, its newest offer and its newest appointment. */
export interface BoardHandover {
  readonly person_id: string
  readonly id: string
  readonly state: HandoverState
  readonly to_name: string | null
  readonly to_service_id: string | null
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null
  readonly decline_reason: string | null
  readonly appointment_day: Temporal.PlainDate | null
  readonly appointment_at: Temporal.Instant | null
  readonly appointment_outcome: ContactOutcome | null
}

/** Hand-overs of these people that are not closed, the newest of each. */
export const boardHandovers = async (
  tx: Pick<ReadTx, 'db'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, BoardHandover>> => {
  const found = await sql<BoardHandover>`
    with h as materialized (
      select distinct on (h.person_id) h.person_id, h.id, h.state from handover h
      where h.person_id = any (${people}::uuid[]) and h.state <> 'closed' order by h.person_id, h.opened_on desc, h.id desc),
    o as materialized (
      select distinct on (o.handover_id) o.handover_id, o.to_service_id, o.answer, o.decline_reason
      from handover_offer o where o.handover_id in (select id from h) order by o.handover_id, o.sent_at desc, o.id desc),
    c as materialized (
      select distinct on (c.handover_id) c.handover_id, c.day, c.starts_at, c.outcome
      from contact c where c.handover_id in (select id from h) and c.purpose = 'appointment' order by c.handover_id, c.day desc, c.id desc)
    select h.*, s.name as to_name, o.to_service_id, o.answer, o.decline_reason,
      c.day as appointment_day, c.starts_at as appointment_at, c.outcome as appointment_outcome
    from h left join o on o.handover_id = h.id left join service s on s.id = o.to_service_id left join c on c.handover_id = h.id`.execute(
    tx.db,
  )
  return new Map(found.rows.map((row) => [row.person_id, row]))
}
