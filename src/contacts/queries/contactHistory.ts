import { sql } from 'kysely'
import type { ContactOutcome, RecordClass } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { AskedBy } from '../actions/keepEarlier.ts'

/** What a contact said before it was changed, and how the change came about. */
export interface EarlierContact {
  readonly what: 'outcome' | 'moved' | 'called_off'
  readonly outcome: ContactOutcome
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly place: string | null
  readonly words: string | null
  readonly asked_by: AskedBy | null
  readonly why: string | null
  readonly by: string | null
  readonly recorded_at: Temporal.Instant
}

export interface NoteOfContact {
  readonly id: string
  readonly class: RecordClass
  readonly words: string
}

/** What a contact said before, the newest change first. */
export const contactHistory = async (
  tx: Pick<ReadTx, 'db'>,
  contactId: string,
): Promise<readonly EarlierContact[]> => {
  const found = await sql<EarlierContact>`
    select h.what, h.outcome, h.day, h.starts_at, h.place, h.words, h.asked_by, h.why, t.full_name as by, h.recorded_at
    from contact_change h left join staff t on t.id = h.recorded_by
    where h.contact_id = ${contactId} order by h.recorded_at desc, h.id desc limit 50`.execute(tx.db)
  return found.rows
}

/** The notes of a contact as they stand now. */
export const notesOfContact = async (
  tx: Pick<ReadTx, 'db'>,
  contactId: string,
): Promise<readonly NoteOfContact[]> => {
  const found = await sql<NoteOfContact>`
    select n.id, n.class, n.words from note n
    where n.contact_id = ${contactId} and not exists (select from note later where later.amends = n.id)
    order by n.id`.execute(tx.db)
  return found.rows
}
