import type { ReadTx } from '../../platform/database/transaction.ts'

/** Prisons in use by name, for choosing one. */
export const prisonsInUse = (
  tx: Pick<ReadTx, 'db'>,
): Promise<readonly { readonly code: string; readonly name: string }[]> =>
  tx.db
    .selectFrom('establishment')
    .select(['code', 'name'])
    .where('active', '=', true)
    .orderBy('name')
    .execute()
