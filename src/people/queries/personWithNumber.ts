import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Who, of the people this reader may see, carries one of these numbers; null where nobody does. */
export const personWithNumber = async (
  tx: Pick<ReadTx, 'db'>,
  numbers: readonly string[],
): Promise<string | null> => {
  const found = await sql<{ person_id: string }>`
    select person_id from identifier where value = any (${numbers}::text[]) order by person_id limit 1`.execute(
    tx.db,
  )
  return found.rows[0]?.person_id ?? null
}
