import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Closes one's own glass before its hour is over; answers with whose record it was. Refuses `not_found` where it is not open. */
export const closeGlass = async (tx: WriteTx, glassId: string): Promise<Result<string>> => {
  const closed = await tx.db
    .updateTable('glass')
    .set({ closed_at: tx.now })
    .where('id', '=', glassId)
    .where('staff_id', '=', tx.actor?.staffId ?? '')
    .where('closed_at', 'is', null)
    .where('closes_at', '>', tx.now)
    .returning('person_id')
    .executeTakeFirst()
  return closed === undefined ? refused('not_found', 'This is not open any more.') : ok(closed.person_id)
}
