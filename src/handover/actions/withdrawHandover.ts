import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { newestOffer } from '../queries/handoverRow.ts'
import { lockHandover, moveHandover } from './lockHandover.ts'

/**
 * Takes back what was sent and not answered: the other service sees nothing that is recorded from now on.
 * Refuses where nothing is out, and `conflict` where they answered meanwhile.
 */
export const withdrawHandover = async (
  tx: WriteTx,
  withdrawn: { readonly handoverId: string; readonly by: RecordedBy; readonly words: string },
): Promise<Result<void>> => {
  const handover = await lockHandover(tx, withdrawn.handoverId)
  if (!handover.ok) return handover
  const offer = await newestOffer(tx, withdrawn.handoverId)
  if (offer === undefined) return refused('invalid', 'It has not been sent. There is nothing to take back')
  if (offer.answer !== null) return refused('invalid', `They have answered already: ${offer.answer}`)
  if (offer.to_service_id === withdrawn.by.serviceId)
    return refused('invalid', 'It was sent to you. Decline it instead')
  await tx.db
    .updateTable('handover_offer')
    .set({
      answer: 'withdrawn',
      answered_at: tx.now,
      answered_by: withdrawn.by.staffId,
      words: withdrawn.words,
    })
    .where('id', '=', offer.id)
    .execute()
  await moveHandover(tx, handover.value, 'open')
  return ok(undefined)
}
