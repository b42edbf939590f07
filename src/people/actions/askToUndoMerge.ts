import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Asks that two joined records be taken apart, with why; done right after the commit. Refuses what does not stand. */
export const askToUndoMerge = async (tx: WriteTx, mergeId: string, why: string): Promise<Result<void>> => {
  const asked = await sql<{
    asked: boolean
  }>`select ask_to_undo_merge(${mergeId}::uuid, ${why}) as asked`.execute(tx.db)
  if (asked.rows[0]?.asked !== true)
    return refused('forbidden', 'Only a team of the prison can take records apart.')
  await enqueue(tx.db, 'undo_merge', { mergeId })
  return ok(undefined)
}
