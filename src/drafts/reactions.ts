import type { Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { clearDrafts } from './actions/clearDrafts.ts'

/** Every night: what somebody began to write and has not touched for weeks goes; the list of drafts said when. */
export const clearOldDrafts: Task = {
  name: 'clear_drafts',
  runsAs: 'housekeeping',
  every: '10 3 * * *',
  run: async (_ids, { database }) => {
    const done = await database.intake(async (tx) => ok(await clearDrafts(tx)))
    if (!done.ok) throw new Error(done.refusal.message)
  },
}
