import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** What is stored already of these fingerprints: each with the tellings of it. */
export const storedTellings = async (
  tx: Pick<ReadTx, 'db'>,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const rows = await tx.db
    .selectFrom('feed_message')
    .select(['fingerprint', 'telling'])
    .where(sql<boolean>`fingerprint = any (${fingerprints}::text[])`)
    .execute()
  const tellings = new Map<string, Set<string>>()
  for (const { fingerprint, telling } of rows)
    tellings.set(fingerprint, (tellings.get(fingerprint) ?? new Set()).add(telling))
  return tellings
}
