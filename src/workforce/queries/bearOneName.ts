import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Whether two accounts bear one name, so that one human may have both: then neither is the other's second person. */
export const bearOneName = async (tx: Pick<ReadTx, 'db'>, one: string, other: string): Promise<boolean> => {
  const found = await sql<{ same: boolean }>`
    select bear_one_name(${one}::uuid, ${other}::uuid) as same`.execute(tx.db)
  return found.rows[0]?.same === true
}
