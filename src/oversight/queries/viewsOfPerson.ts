import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ViewOfPerson } from '../model.ts'

interface Row {
  readonly role: string
  readonly services: string | null
  readonly name: string | null
  readonly first_at: Temporal.Instant
  readonly last_at: Temporal.Instant
  readonly opened: number
  readonly listed: number
}

/**
 * Who has looked at somebody's record, for the person to be told: by role and service, and by name where they ask.
 * Whoever looked last comes first. Empty for a reader who may not see the person or their sharing.
 */
export const viewsOfPerson = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  { names }: { readonly names: boolean },
): Promise<readonly ViewOfPerson[]> => {
  const found = await sql<Row>`select * from views_of_person(${personId}::uuid, ${names})`.execute(tx.db)
  return found.rows.map(({ first_at, last_at, ...row }) => ({ ...row, firstAt: first_at, lastAt: last_at }))
}
