import { fullDate } from '../platform/ui/dates.ts'
import { type Mention, withoutMentions } from './mentions.ts'
import { type NoteClass, noteClassWords } from './model.ts'

/** Records outside this service into which words are copied by hand. */
export type OtherRecord = 'prison' | 'health'

export const recordWords: Readonly<Record<OtherRecord, string>> = {
  prison: 'the prison record',
  health: 'the health record',
}

/** A note, and what is known of others in it. */
export interface ToCopy {
  readonly class: NoteClass
  readonly day: Temporal.PlainDate
  readonly words: string
  readonly by: string | null
  readonly service: string
  /** Marked, by hand or when it was written, as speaking of somebody else. */
  readonly namesOthers: boolean
  /** Whether they were met that day: the fact alone may be told. */
  readonly met: boolean
}

/** What may be copied; null where nothing may; and what was left out, and why. */
export interface Copy {
  readonly text: string | null
  readonly leftOut: readonly string[]
}

const wholeOf = (note: ToCopy, mentions: readonly Mention[]): Copy => ({
  text: `${fullDate(note.day)}, ${[note.service, note.by].filter((part) => part !== null).join(', ')}\n\n${withoutMentions(note.words, mentions)}`,
  leftOut: mentions.map(
    ({ person }) => `The name of ${person.givenName} ${person.familyName}: it is no business of this record.`,
  ),
})

const onlyThatTheyMet = (note: ToCopy, record: OtherRecord): Copy => {
  const why = `The words: ${recordWords[record]} does not carry ${noteClassWords[note.class].text.toLowerCase()}s. ${noteClassWords[note.class].hint}`
  return note.met && note.class !== 'safeguarding'
    ? { text: `Seen by ${note.service} on ${fullDate(note.day)}.`, leftOut: [why] }
    : { text: null, leftOut: [why] }
}

/**
 * The words of a note that another record may carry. `carries`: whether the readers of that record may read this
 * class (the access table). Marked as speaking of somebody who cannot be found in it, the words stay here.
 */
export const copyFor = (
  record: OtherRecord,
  note: ToCopy,
  mentions: readonly Mention[],
  carries: boolean,
): Copy => {
  if (!carries) return onlyThatTheyMet(note, record)
  if (note.namesOthers && mentions.length === 0)
    return {
      text: null,
      leftOut: [
        'The words: they are marked as speaking of somebody else. Put the note right first, and take the mark off.',
      ],
    }
  return wholeOf(note, mentions)
}
