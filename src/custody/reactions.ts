import type { Task } from '../platform/jobs/task.ts'
import { ok } from '../platform/result.ts'
import { applyHeld } from './actions/applyHeld.ts'
import { numbersOf } from './queries/historyOf.ts'

/** What waited for the numbers of somebody who was added, or given a number, by hand is applied to them. */
export const applyWhatWaited: Task = {
  name: 'apply_what_waited',
  runsAs: 'inbox',
  run: async ({ personId = '' }, { database }) => {
    await database.intake(async (tx) => {
      const numbers = await numbersOf(tx, personId)
      await applyHeld(
        tx,
        numbers.flatMap(({ type, value }) => (type === 'prison_number' ? [value] : [])),
      )
      return ok(undefined)
    })
  },
}
