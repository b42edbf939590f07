import type { Task } from './task.ts'

const keptDays = 7
const searchHours = 24

/** Every night: ends sessions that have run out, and forgets forms that were sent over a week ago, and searches of before yesterday. */
export const clearExpired: Task = {
  name: 'clear_expired',
  runsAs: 'housekeeping',
  every: '0 3 * * *',
  run: async (_ids, { database, clock }) => {
    const now = clock.now()
    await database.auth(async (db) => {
      await db.deleteFrom('session').where('expires_at', '<', now).execute()
      await db
        .deleteFrom('idempotency')
        .where('done_at', '<', now.subtract({ hours: keptDays * 24 }))
        .execute()
      await db
        .deleteFrom('stored_search')
        .where('stored_at', '<', now.subtract({ hours: searchHours }))
        .execute()
    })
  },
}
