import type { Task } from '../platform/jobs/task.ts'
import { everCovered } from './queries/coverOf.ts'

/** Works out again who is involved with everybody who was covered during a leave whose day of return moved. */
export const deriveCovered: Task = {
  name: 'derive_covered',
  runsAs: 'workforce',
  run: async ({ leaveId = '' }, { database }) => {
    await database.intake(async (tx) => tx.lock(...(await everCovered(tx, leaveId))))
  },
}
