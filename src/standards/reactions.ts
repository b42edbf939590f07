import type { WriteTx } from '../platform/database/transaction.ts'
import type { JobContext, Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { beginRound, goRound } from './actions/deriveService.ts'

const atOnce = 200

const inOne = async <Value>(
  { database }: JobContext,
  subject: string,
  work: (tx: WriteTx) => Promise<Value>,
): Promise<Value> => {
  const told = { action: 'derive_after_first_day', runsAs: 'standards', subject }
  const done = await database.intake(async (tx) => ok(await work(tx)), told)
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

/** Works out again what is owed to the people of a service whose first day was set, so many a transaction, and says how far it is. */
export const deriveService: Task = {
  name: 'derive_service',
  runsAs: 'standards',
  run: async ({ changeId = '' }, context) => {
    let round = await inOne(context, changeId, (tx) => beginRound(tx, changeId))
    while (round !== null) {
      const now = round
      round = await inOne(context, changeId, (tx) => goRound(tx, now, atOnce))
    }
  },
}
