import { DateInput, type FormState, type Html, Textarea } from '../../platform/ui/index.ts'
import type { NoteClass } from '../queries/notes.ts'

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

export const mostWords = 8000

/** The day that a note is about, and its words. */
export const NoteFields = ({ form }: { readonly form: FormState }): Html => (
  <>
    <DateInput {...form} name="day" label="The day it is about" hint="For example, 27 3 2026" />
    <Textarea
      {...form}
      name="words"
      label="What you want to remember"
      hint="Write so that the person could read it. Never their offence."
      rows={8}
    />
  </>
)
