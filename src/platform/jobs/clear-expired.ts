import { sql } from 'kysely'
import type { Task } from './task.ts'

const keptDays = 7
/** As long as a question about what somebody searched for may still be asked: the audit log has only the search's id. */
const searchDays = 28

const forgettable = ['throttle', 'sign_in_step', 'sign_in_challenge', 'kept_form'] as const

/**
 * Every night: forgets sessions a day after they ended (until then, words sent too late are still known to be
 * theirs), what was begun at the door and not finished, forms that were sent over a week ago, and what was typed into searches four weeks ago.
 */
export const clearExpired: Task = {
  name: 'clear_expired',
  runsAs: 'housekeeping',
  every: '0 3 * * *',
  run: async (_ids, { database, clock }) => {
    const now = clock.now()
    const yesterday = now.subtract({ hours: 24 })
    await database.auth(async (db) => {
      await db
        .deleteFrom('session')
        .where((at) => at.or([at('expires_at', '<', yesterday), at('ended_at', '<', yesterday)]))
        .execute()
      for (const table of forgettable)
        await sql`delete from ${sql.table(table)} where ${sql.ref(table === 'throttle' ? 'until' : 'expires_at')} < ${now}::timestamptz`.execute(
          db,
        )
      await db
        .deleteFrom('idempotency')
        .where('done_at', '<', now.subtract({ hours: keptDays * 24 }))
        .execute()
      await db
        .deleteFrom('stored_search')
        .where('stored_at', '<', now.subtract({ hours: searchDays * 24 }))
        .execute()
    })
  },
}
