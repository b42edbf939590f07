import type { RecordClass } from '../standards/model.ts'

/** Classes that a note may be in. */
export type NoteClass = Extract<RecordClass, 'recovery' | 'clinical' | 'key_work' | 'safeguarding'>

/** Each class of note in the words of who will see it. */
export const noteClassWords: Readonly<Record<NoteClass, { readonly text: string; readonly hint: string }>> = {
  recovery: {
    text: 'Recovery note',
    hint: 'The recovery team and healthcare see it. The wing, probation and courts will not.',
  },
  clinical: {
    text: 'Clinical note',
    hint: 'Clinical staff alone see it. The recovery team and the wing will not.',
  },
  key_work: {
    text: 'Key-work note',
    hint: 'Key workers, the recovery team and offender managers who work with them see it.',
  },
  safeguarding: {
    text: 'Safeguarding concern',
    hint: 'Only the people named for safeguarding see it. You will not be able to read it again.',
  },
}

export const noteClasses = Object.keys(noteClassWords) as readonly NoteClass[]

/** The most characters of a note. */
export const mostWords = 8000
