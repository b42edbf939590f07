import type { ReadTx } from '../../platform/database/transaction.ts'

/** What this member of staff searched for under this id; empty where it was somebody else's, or is cleared. */
export const storedSearch = async (tx: Pick<ReadTx, 'db'>, id: string): Promise<string> => {
  const row = await tx.db.selectFrom('stored_search').select('words').where('id', '=', id).executeTakeFirst()
  return row?.words ?? ''
}
