import type { Insertable } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Rows, type Table, tables } from '../rows.ts'

const atOnce = 1_000

const storeTable = async <Name extends Table>(tx: WriteTx, name: Name, rows: Rows[Name]): Promise<void> => {
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.db
      .insertInto(name)
      .values(rows.slice(from, from + atOnce) as Insertable<DB[Name]>[])
      .execute()
}

/** Stores everything that was gathered. */
export const storeRows = async (tx: WriteTx, rows: Rows): Promise<void> => {
  for (const name of tables) await storeTable(tx, name, rows[name])
}
