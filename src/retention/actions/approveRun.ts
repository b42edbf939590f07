import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { bearOneName } from '../../workforce/index.ts'
import type { DisposalRun } from '../queries/disposalRun.ts'

const notListed =
  'This run does not wait for a second person: somebody has decided, or its list is not ready.'

/** Approves a run that somebody else made: a job carries it out. Never by whoever made it. */
export const approveRun = async (tx: WriteTx, run: DisposalRun): Promise<Result<void>> => {
  const by = tx.actor?.staffId ?? ''
  if (run.made_by === by)
    return refused('invalid', 'You made this list. Somebody else who keeps these records must approve it')
  if (await bearOneName(tx, run.made_by, by))
    return refused(
      'invalid',
      'This list was made by somebody of your name. Somebody else who keeps these records must approve it',
    )
  if (run.state !== 'listed') return refused('invalid', notListed)
  const approved = await tx.db
    .updateTable('disposal_run')
    .set({ state: 'approved', approved_by: by, approved_at: tx.now })
    .where('id', '=', run.id)
    .where('state', '=', 'listed')
    .executeTakeFirst()
  if (approved.numUpdatedRows === 0n) return refused('invalid', notListed)
  await enqueue(tx.db, 'carry_out_disposal', { runId: run.id })
  return ok(undefined)
}

/** Puts a list aside: nothing of it goes. */
export const abandonRun = async (tx: WriteTx, run: DisposalRun): Promise<Result<void>> => {
  const done = await tx.db
    .updateTable('disposal_run')
    .set({ state: 'abandoned' })
    .where('id', '=', run.id)
    .where('state', '=', 'listed')
    .executeTakeFirst()
  return done.numUpdatedRows === 0n ? refused('invalid', notListed) : ok(undefined)
}
