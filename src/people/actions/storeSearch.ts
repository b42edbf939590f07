import type { WriteTx } from '../../platform/database/transaction.ts'

/** Keeps what somebody searches for, for them alone and for four weeks; answers with the id that the address carries instead. */
export const storeSearch = async (tx: WriteTx, words: string): Promise<string> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('stored_search')
    .values({ id, staff_id: tx.actor?.staffId ?? '', words, stored_at: tx.now })
    .execute()
  return id
}
