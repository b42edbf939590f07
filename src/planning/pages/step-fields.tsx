import { z } from 'zod'
import { optionalChoiceField, optionalDayField, optionalTextField } from '../../platform/http/index.ts'
import { DateInput, Fieldset, type FormState, type Html, Select, TextInput } from '../../platform/ui/index.ts'
import type { StepTyped } from '../actions/planRows.ts'
import { type StepBy, stepByWords } from '../model.ts'

const whos = Object.keys(stepByWords) as [StepBy, ...StepBy[]]

/** The fields of one step, named after its row: `step1_words`. */
export const stepShape = (row: string) => ({
  [`${row}_words`]: optionalTextField(500),
  [`${row}_who`]: optionalChoiceField(whos),
  [`${row}_name`]: optionalTextField(80),
  [`${row}_by`]: optionalDayField(),
})

const typedStep = z.object({
  words: z.string().nullable(),
  who: z.enum(whos).nullable(),
  whoName: z.string().nullable(),
  byDay: z.custom<Temporal.PlainDate>().nullable(),
})

/** The steps that were typed in these rows; a row without words is none. Who is not said is the person. */
export const stepsIn = (
  body: Readonly<Record<string, unknown>>,
  rows: readonly string[],
): readonly StepTyped[] =>
  rows.flatMap((row) => {
    const { words, who, whoName, byDay } = typedStep.parse({
      words: body[`${row}_words`],
      who: body[`${row}_who`],
      whoName: body[`${row}_name`],
      byDay: body[`${row}_by`],
    })
    return words === null ? [] : [{ words, who: who ?? 'person', whoName, byDay }]
  })

interface StepFieldsProps {
  readonly form: FormState
  readonly row: string
  readonly legend: string
}

/** One step: what, who, and by when. */
export const StepFields = ({ form, row, legend }: StepFieldsProps): Html => (
  <Fieldset legend={legend} size="s">
    <TextInput {...form} name={`${row}_words`} label="What is to be done" />
    <Select
      {...form}
      name={`${row}_who`}
      label="Who does it"
      items={whos.map((value) => ({ value, text: stepByWords[value] }))}
      placeholder="The person, where nobody is chosen"
    />
    <TextInput {...form} name={`${row}_name`} label="Their name, where it helps" width={20} />
    <DateInput {...form} name={`${row}_by`} label="By when" />
  </Fieldset>
)
