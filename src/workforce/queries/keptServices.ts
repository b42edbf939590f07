import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { KeptService } from '../model.ts'

/** The services whose accounts this reader keeps, by name. */
export const keptServices = async (tx: Pick<ReadTx, 'db'>): Promise<readonly KeptService[]> =>
  (
    await sql<KeptService>`select id, name, kind, setting from service
      where registered and keeps_accounts_of(id) order by name, id`.execute(tx.db)
  ).rows
