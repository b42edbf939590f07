import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Passage } from '../queries/accessRequest.ts'

/** Keeps or withholds a passage; withheld says why. Refused once the request was answered or withdrawn. */
export const decidePassage = async (
  tx: WriteTx,
  passage: Passage,
  decision: 'kept' | 'withheld',
  reason: string | null,
): Promise<Result<void>> => {
  if (decision === 'withheld' && reason === null)
    return refused('invalid', 'Say why it is withheld: the person reads this reason', 'reason')
  const done = await tx.db
    .updateTable('access_passage')
    .set({
      decision,
      reason: decision === 'kept' ? null : reason,
      decided_by: tx.actor?.staffId ?? null,
      decided_at: tx.now,
    })
    .where('id', '=', passage.id)
    .executeTakeFirst()
  return done.numUpdatedRows === 0n
    ? refused('invalid', 'This passage is decided already, or is not yours to decide')
    : ok(undefined)
}
