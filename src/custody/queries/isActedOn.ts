import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'

/** Whether anybody has done something since that rests on what a message told, whoever may read what it was. */
export const isActedOn = async (
  { db }: Pick<ReadTx, 'db'> | Pick<WriteTx, 'db'>,
  messageId: string,
): Promise<boolean> => {
  const found = await sql<{ acted: boolean }>`select is_acted_on(${messageId}) as acted`.execute(db)
  return found.rows[0]?.acted ?? false
}
