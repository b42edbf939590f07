import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** The latest moment at which somebody was told to have moved; null where nothing is told. */
export const lastMovementAt = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<Temporal.Instant | null> => {
  const found = await sql<{ at: Temporal.Instant | null }>`
    select max(at) as at from movement where person_id = ${personId} and not set_aside`.execute(tx.db)
  return found.rows[0]?.at ?? null
}
