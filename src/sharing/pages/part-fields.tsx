import type { FormContext } from '../../platform/http/index.ts'
import { Checkboxes, capitalised, DateInput, type Html } from '../../platform/ui/index.ts'
import { type Part, parts, partWords } from '../model.ts'

const hints: Readonly<Record<Part, string>> = {
  recovery: 'Screens, triage, assessment, plan and notes of the recovery team',
  clinical: 'Last dose, next dose, prescriber, pharmacy, tests. Only clinical staff there read them',
  summary: 'The few sentences that they agreed with their worker, and the recovery plan that they agreed',
  appointments: 'For a relative or a body that helps them get there',
}

/** Which parts, and until when. Who they are and how to reach them always goes with whatever is shared. */
export const PartFields = ({ context }: { readonly context: FormContext }): Html => (
  <>
    <Checkboxes
      {...context.form}
      name="parts"
      label="Which parts?"
      hint="Beside who they are and how to reach them"
      items={parts.map((value) => ({ value, text: capitalised(partWords[value]), hint: hints[value] }))}
    />
    <DateInput
      {...context.form}
      name="until"
      label="Until when?"
      hint="The last day on which it holds. Leave empty where it holds until they change their mind"
    />
  </>
)
