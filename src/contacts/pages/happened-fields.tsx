import { NoteFields } from '../../notes/index.ts'
import type { FormState, Html } from '../../platform/ui/index.ts'
import type { RecordClass } from '../../standards/index.ts'
import { noteClassOf } from '../actions/noteOfContact.ts'
import { whoSees } from '../class-words.ts'
import { OutcomeChoice } from './outcome-choice.tsx'

interface HappenedFieldsProps {
  readonly form: FormState
  readonly path: string
  readonly recordClass: RecordClass
}

/** Did it happen, and the note of it: who will see the words is said above them. */
export const HappenedFields = ({ form, path, recordClass }: HappenedFieldsProps): Html => {
  const noteClass = noteClassOf(recordClass)
  return (
    <>
      <OutcomeChoice {...form} />
      <p class="govuk-body tc-who-sees">
        <strong>Who sees what you write:</strong> {whoSees(recordClass)}
      </p>
      <NoteFields
        form={form}
        path={path}
        classes={noteClass === null ? [] : [noteClass]}
        label="What was said or done"
      />
    </>
  )
}
