import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** What is stored of one fingerprint. */
export interface StoredTellings {
  readonly tellings: ReadonlySet<string>
  /** A human set it aside: however it is told again, it stays aside. */
  readonly aside: boolean
}

/** What is stored already of these fingerprints. */
export const storedTellings = async (
  tx: Pick<ReadTx, 'db'>,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, StoredTellings>> => {
  const rows = await tx.db
    .selectFrom('feed_message')
    .select(['fingerprint', 'telling', 'state'])
    .where(sql<boolean>`fingerprint = any (${fingerprints}::text[])`)
    .execute()
  const stored = new Map<string, { tellings: Set<string>; aside: boolean }>()
  for (const { fingerprint, telling, state } of rows) {
    const known = stored.get(fingerprint) ?? { tellings: new Set(), aside: false }
    known.tellings.add(telling)
    known.aside ||= state === 'set_aside'
    stored.set(fingerprint, known)
  }
  return stored
}
