import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { type ToldOnRoll, takeRoll } from './takeRoll.ts'

/** Applies the rows of rolls that wait for these numbers, which are somebody's now. */
export const applyHeldRoll = async (tx: WriteTx, numbers: readonly string[]): Promise<void> => {
  const held = await sql<{
    told: ToldOnRoll
  }>`update held_row set applied_at = ${tx.now.toString()}::timestamptz
    where kind = 'roll' and applied_at is null and prison_number = any (${numbers}::text[])
    returning told`.execute(tx.db)
  if (held.rows.length > 0)
    await takeRoll(
      tx,
      held.rows.map(({ told }) => told),
    )
}
