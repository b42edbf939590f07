import type { Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { endAllocationsOfLeavers } from './actions/endAllocationsOfLeavers.ts'

/** Every night, and when somebody's role ends: whom a leaver worked with by name goes back to the team, so that nobody is left with no worker unseen. */
export const giveLeaversPeopleBack: Task = {
  name: 'end_allocations_of_leavers',
  runsAs: 'workforce',
  every: '15 0 * * *',
  run: async (_ids, { database }) => {
    const done = await database.intake(async (tx) => ok(await endAllocationsOfLeavers(tx)))
    if (!done.ok) throw new Error(done.refusal.message)
  },
}
