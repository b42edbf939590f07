import type { WriteTx } from '../../platform/database/transaction.ts'

/** Nobody outside is told any more; what is on its way is given up. */
export const stopAddress = async (tx: WriteTx, organisationId: string): Promise<void> => {
  await tx.db.deleteFrom('outside_address').where('organisation_id', '=', organisationId).execute()
}
