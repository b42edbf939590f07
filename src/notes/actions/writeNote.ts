import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Mention } from '../mentions.ts'
import type { NoteClass } from '../model.ts'
import { mentionsOfOthers } from '../queries/neighbours.ts'

/** Words about somebody, in a class that decides who sees them. */
export interface NewNote {
  readonly personId: string
  readonly serviceId: string
  readonly recordClass: NoteClass
  /** The day it is about. */
  readonly day: Temporal.PlainDate
  readonly words: string
  /** The note that these words replace; it stays readable. */
  readonly amends: string | null
  /** The contact that they are about, of the same class. */
  readonly contactId: string | null
  /** Marked by hand as speaking of somebody else. */
  readonly namesOthers: boolean
}

export interface WrittenNote {
  readonly id: string
  /** Who else is named in it, as far as the writer may know of them. */
  readonly mentions: readonly Mention[]
}

/** Sent again after going back is the same note: so long ago, it may be meant. */
const again = { minutes: 10 }

const isWritten = async (tx: WriteTx, note: NewNote): Promise<boolean> => {
  if (note.amends !== null || note.contactId !== null) return false
  const found = await tx.db
    .selectFrom('note')
    .select('id')
    .where('person_id', '=', note.personId)
    .where('recorded_by', '=', tx.actor?.staffId ?? null)
    .where('recorded_at', '>', tx.now.subtract(again))
    .where('class', '=', note.recordClass)
    .where('day', '=', note.day)
    .where('words', '=', note.words)
    .executeTakeFirst()
  return found !== undefined
}

/** Writes a note, and looks for others who are named in it. The person is locked already. Refuses a day to come, and the same again. */
export const writeNote = async (tx: WriteTx, note: NewNote): Promise<Result<WrittenNote>> => {
  if (Temporal.PlainDate.compare(note.day, tx.today) > 0)
    return refused('invalid', 'Enter a day that is not in the future', 'day')
  if (await isWritten(tx, note))
    return refused('invalid', 'You wrote these words a few minutes ago: they are kept once', 'words')
  const id = tx.ids.next()
  const mentions = await mentionsOfOthers(tx, note.personId, note.words)
  await tx.db
    .insertInto('note')
    .values({
      id,
      person_id: note.personId,
      recorded_under: note.personId,
      class: note.recordClass,
      service_id: note.serviceId,
      day: note.day,
      words: note.words,
      amends: note.amends,
      contact_id: note.contactId,
      names_others: note.namesOthers || mentions.length > 0,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok({ id, mentions })
}

/** What the writer of a note is told of others who are named in it; empty where nobody is. */
export const mentionWords = (mentions: readonly Mention[]): string =>
  mentions.length === 0
    ? ''
    : ` It names ${mentions.map(({ person }) => `${person.givenName} ${person.familyName}`).join(', ')}: it is looked at before it is shared, and may be put right.`
