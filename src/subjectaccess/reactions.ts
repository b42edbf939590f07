import type { WriteTx } from '../platform/database/transaction.ts'
import type { JobContext, Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { beginGathering, clearAnswered, endGathering, gatherTable, keptDays } from './actions/gather.ts'

const inOne = async <Value>(
  { database }: JobContext,
  work: (tx: WriteTx) => Promise<Value>,
): Promise<Value> => {
  const done = await database.intake(async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

/** Gathers everything held about somebody, a table a transaction, so that the page shows how far it is. */
export const gatherAccess: Task = {
  name: 'gather_access',
  runsAs: 'subject_access',
  run: async ({ requestId = '' }, context) => {
    const request = await inOne(context, (tx) => beginGathering(tx, requestId))
    if (request === null) return
    for (const name of request.tables)
      if (!(await inOne(context, (tx) => gatherTable(tx, request, name)))) return
    await inOne(context, (tx) => endGathering(tx, request))
  },
}

/** Every night: deletes the copies of requests that were answered some time ago. */
export const clearAccess: Task = {
  name: 'clear_access',
  runsAs: 'subject_access',
  every: '30 3 * * *',
  run: (_ids, context) => inOne(context, async (tx) => clearAnswered(tx, await keptDays(tx))),
}
