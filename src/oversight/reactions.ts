import type { Task } from '../platform/jobs/task.ts'
import { surfaceViews } from './actions/surfaceViews.ts'

/** Every quarter of an hour: puts before the team leaders what they are to look at. */
export const lookThroughViews: Task = {
  name: 'surface_views',
  runsAs: 'overseer',
  every: '*/15 * * * *',
  run: async (_ids, { database, clock }) => {
    await surfaceViews(database, clock.now())
  },
}
