import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** How much waits for this reader's review, but for what they did themself. */
export const waitingReviews = async (tx: ReadTx, staffId: string): Promise<number> => {
  const found = await sql<{ waiting: number }>`
    select count(*)::integer as waiting from oversight_item where reviewed_at is null and staff_id <> ${staffId}`.execute(
    tx.db,
  )
  return found.rows[0]?.waiting ?? 0
}
