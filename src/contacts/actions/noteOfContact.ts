import { type Mention, type NoteClass, writeNote } from '../../notes/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'

interface WordsOfContact {
  readonly personId: string
  readonly contactId: string
  readonly serviceId: string
  readonly recordClass: NoteClass
  readonly day: Temporal.PlainDate
  /** Null: nothing was written. */
  readonly words: string | null
  readonly namesOthers: boolean
}

/**
 * The class of note that a contact's words become, or null for what belongs to a hand-over: those words stay
 * on the contact itself, where both services read them.
 */
export const noteClassOf = (contactClass: RecordClass): NoteClass | null =>
  contactClass === 'recovery' || contactClass === 'clinical' || contactClass === 'key_work'
    ? contactClass
    : null

/** Writes the note of a contact, where there are words; answers with who else they name. */
export const noteOfContact = async (
  tx: WriteTx,
  { words, ...note }: WordsOfContact,
): Promise<Result<readonly Mention[]>> => {
  if (words === null) return ok([])
  const written = await writeNote(tx, { ...note, words, amends: null })
  return written.ok ? ok(written.value.mentions) : written
}
