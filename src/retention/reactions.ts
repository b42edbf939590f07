import type { JobContext, Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { carryOutSome, listDisposal } from './actions/carryOut.ts'

const atOnce = 25

/** Makes the list of a run that somebody began. */
export const listDisposalRun: Task = {
  name: 'list_disposal',
  runsAs: 'disposal',
  run: async ({ runId = '' }, { database }) => {
    await database.intake(async (tx) => ok(await listDisposal(tx, runId)))
  },
}

const some = async ({ database }: JobContext, runId: string): Promise<number> => {
  const done = await database.intake(async (tx) => ok(await carryOutSome(tx, runId, atOnce)))
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

/** Carries out a run that a second person approved, a few records a transaction, so that its page shows how far it is. */
export const carryOutDisposal: Task = {
  name: 'carry_out_disposal',
  runsAs: 'disposal',
  run: async ({ runId = '' }, context) => {
    while ((await some(context, runId)) > 0);
  },
}
