import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { OtherRecord } from '../copy.ts'
import type { NoteClass } from '../model.ts'

/** Which other record may carry words of a class: where those who read that record may read the class. */
export const carriersOf = async (
  tx: Pick<ReadTx, 'db'>,
  noteClass: NoteClass,
): Promise<Readonly<Record<OtherRecord, boolean>>> => {
  const found = await sql<{ role: string }>`select role::text from class_right
    where class = ${noteClass}::record_class and may_read and role in ('key_worker', 'clinical')`.execute(
    tx.db,
  )
  const roles = found.rows.map(({ role }) => role)
  return { prison: roles.includes('key_worker'), health: roles.includes('clinical') }
}

/** Whether the contact that a note is about took place. */
export const wasMet = async (tx: Pick<ReadTx, 'db'>, contactId: string | null): Promise<boolean> => {
  if (contactId === null) return false
  const found = await tx.db
    .selectFrom('contact')
    .select('outcome')
    .where('id', '=', contactId)
    .executeTakeFirst()
  return found?.outcome === 'kept' || found?.outcome === 'late'
}
