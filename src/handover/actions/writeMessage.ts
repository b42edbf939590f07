import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { newestOffer } from '../queries/handoverRow.ts'
import { lockHandover } from './lockHandover.ts'

/** Adds words to what the two services of the newest offer say to one another. Refuses once that offer is over. */
export const writeMessage = async (
  tx: WriteTx,
  message: { readonly handoverId: string; readonly by: RecordedBy; readonly words: string },
): Promise<Result<void>> => {
  const handover = await lockHandover(tx, message.handoverId)
  if (!handover.ok) return handover
  const offer = await newestOffer(tx, message.handoverId)
  if (offer === undefined || offer.answer === 'declined' || offer.answer === 'withdrawn')
    return refused('invalid', 'No service has this hand-over now, so nobody would read it', 'words')
  await tx.db
    .insertInto('handover_message')
    .values({
      id: tx.ids.next(),
      handover_id: message.handoverId,
      offer_id: offer.id,
      person_id: handover.value.person_id,
      recorded_under: handover.value.person_id,
      service_id: message.by.serviceId,
      words: message.words,
      recorded_by: message.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(undefined)
}
