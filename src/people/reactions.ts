import type { Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { undoMerge } from './actions/undoMerge.ts'
import { askedToUndo } from './queries/mergeToUndo.ts'

/** Takes two joined records apart, as somebody asked with a reason: it moves records that no actor may see. */
export const takeMergeApart: Task = {
  name: 'undo_merge',
  runsAs: 'inbox',
  run: async ({ mergeId = '' }, { database }) => {
    const done = await database.intake(
      async (tx) => {
        const asked = await askedToUndo(tx, mergeId)
        if (asked === null) return ok(undefined)
        const undone = await undoMerge(tx, { mergeId, ...asked })
        return undone.ok ? ok(undefined) : undone
      },
      { action: 'undo_merge', runsAs: 'inbox', subject: mergeId },
    )
    if (!done.ok) throw new Error(done.refusal.message)
  },
}
