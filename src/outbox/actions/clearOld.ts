import type { WriteTx } from '../../platform/database/transaction.ts'
import { keptDays } from '../model.ts'

/** Forgets messages of more than thirty days ago: all of them were delivered or given up long before. */
export const clearOld = async (db: WriteTx['db'], now: Temporal.Instant): Promise<void> => {
  await db
    .deleteFrom('outbox')
    .where('recorded_at', '<', now.subtract({ hours: keptDays * 24 }))
    .execute()
}
