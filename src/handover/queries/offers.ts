import { sql } from 'kysely'
import { answerDueNow } from '../../casework/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Basis } from '../../sharing/index.ts'
import type { Offer } from '../model.ts'

const basis = sql<Basis>`o.basis`
const answer = sql<Offer['answer']>`o.answer`

/** Every sending of a hand-over that the reader may see, the newest first. */
export const offers = (tx: Pick<ReadTx, 'db'>, handoverId: string): Promise<readonly Offer[]> =>
  tx.db
    .selectFrom('handover_offer as o')
    .innerJoin('service as sender', 'sender.id', 'o.service_id')
    .innerJoin('service as receiver', 'receiver.id', 'o.to_service_id')
    .leftJoin('service as suggested', 'suggested.id', 'o.suggested_service_id')
    .leftJoin('staff as sent_by', 'sent_by.id', 'o.sent_by')
    .leftJoin('staff as seen_by', 'seen_by.id', 'o.seen_by')
    .leftJoin('staff as answered_by', 'answered_by.id', 'o.answered_by')
    .select([
      'o.id',
      'o.service_id as fromService',
      'sender.name as fromName',
      'o.to_service_id as toService',
      'receiver.name as toName',
      basis.as('basis'),
      'o.basis_reason as basisReason',
      sql<Offer['parts']>`to_json(o.parts)`.as('parts'),
      'o.ask',
      'o.sent_at as sentAt',
      'sent_by.full_name as sentBy',
      answerDueNow.as('answerDue'),
      'o.seen_at as seenAt',
      'seen_by.full_name as seenBy',
      answer.as('answer'),
      'o.answered_at as answeredAt',
      'answered_by.full_name as answeredBy',
      'o.decline_reason as declineReason',
      'o.suggested_service_id as suggestedService',
      'suggested.name as suggestedName',
      'o.words',
    ])
    .where('o.handover_id', '=', handoverId)
    .orderBy('o.sent_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(20)
    .execute()
