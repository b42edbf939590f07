import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Takes a safety flag down; it stays in the history. The person is locked already. Refuses one that is down. */
export const takeFlagDown = async (tx: WriteTx, personId: string, flagId: string): Promise<Result<void>> => {
  const down = await tx.db
    .updateTable('safety_flag')
    .set({ ended_at: tx.now, ended_by: tx.actor?.staffId ?? null })
    .where('id', '=', flagId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return down.numUpdatedRows === 0n ? refused('not_found', 'There is no such flag.') : ok(undefined)
}
