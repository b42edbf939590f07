import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

const importLock = 7_425_013

/** Chunks of imports take turns, so that two files about the same people cannot wait for each other. */
export const oneImportAtATime = async (tx: WriteTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(tx.db)
}
