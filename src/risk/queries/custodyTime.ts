import type { ReadTx } from '../../platform/database/transaction.ts'
import type { CustodyTime } from '../rules.ts'

const outside: readonly string[] = ['in_community', 'removed', 'died', 'not_known']

/** How long somebody has been in custody, or when they left it. */
export const custodyTime = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<CustodyTime> => {
  const row = await tx.db
    .selectFrom('whereabouts')
    .select(['status', 'admitted_on', 'released_on'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return {
    inside: row !== undefined && !outside.includes(row.status),
    admittedOn: row?.admitted_on ?? null,
    releasedOn: row?.released_on ?? null,
  }
}
