import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { newestOffer } from '../queries/handoverRow.ts'
import { lockHandover } from './lockHandover.ts'

/** Closes a hand-over that is not to go on, with a reason. Refuses while a service has it and has not answered. */
export const closeHandover = async (
  tx: WriteTx,
  closed: { readonly handoverId: string; readonly why: string },
): Promise<Result<void>> => {
  const handover = await lockHandover(tx, closed.handoverId)
  if (!handover.ok) return handover
  if (handover.value.state === 'closed') return refused('invalid', 'It is closed already')
  const offer = await newestOffer(tx, closed.handoverId)
  if (offer !== undefined && offer.answer === null)
    return refused('invalid', 'A service has it and has not answered. Withdraw it first')
  await tx.db
    .updateTable('handover')
    .set({
      state: 'closed',
      closed_on: tx.today,
      closed_why: closed.why,
      version: handover.value.version + 1,
    })
    .where('id', '=', closed.handoverId)
    .execute()
  return ok(undefined)
}
