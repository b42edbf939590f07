import type { WriteTx } from '../../platform/database/transaction.ts'

/** Throws away what the actor had kept of a form: it was recorded, or they want it no longer. Answers whether there was one. */
export const discardDraft = async (
  tx: WriteTx,
  which: { readonly path: string } | { readonly id: string },
): Promise<boolean> => {
  const gone = await tx.db
    .deleteFrom('draft')
    .where('staff_id', '=', tx.actor?.staffId ?? null)
    .where(({ eb }) => ('id' in which ? eb('id', '=', which.id) : eb('path', '=', which.path)))
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
