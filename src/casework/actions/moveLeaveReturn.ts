import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import type { Result } from '../../platform/result.ts'
import { type MovedReturn, moveReturn } from '../../workforce/index.ts'
import { everCovered } from '../queries/coverOf.ts'

/**
 * Moves a day of return, and with it until when colleagues see whom they cover. Who is covered in a team that the actor
 * does not see is worked out again by a job.
 */
export const moveLeaveReturn = async (tx: WriteTx, moved: MovedReturn): Promise<Result<void>> => {
  const locked = await tx.lock(...(await everCovered(tx, moved.leaveId)))
  if (!locked.ok) return locked
  const done = await moveReturn(tx, moved)
  if (!done.ok) return done
  await enqueue(tx.db, 'derive_covered', { leaveId: moved.leaveId })
  return done
}
