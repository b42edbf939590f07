import { type FormState, type Html, Radios, Select, Textarea } from '../../platform/ui/index.ts'
import { areaWords, type LifeArea, type Term, termWords } from '../model.ts'

export const areas = Object.keys(areaWords) as [LifeArea, ...LifeArea[]]
export const terms = Object.keys(termWords) as [Term, ...Term[]]

interface GoalFieldsProps {
  readonly form: FormState
  /** Before each name: `new_` on the page of a review. */
  readonly prefix?: string
}

/** A goal: its words, its part of life, short or long. */
export const GoalFields = ({ form, prefix = '' }: GoalFieldsProps): Html => (
  <>
    <Textarea
      {...form}
      name={`${prefix}words`}
      label="The goal, in their words"
      labelSize="s"
      hint="“I want to …”"
      rows={2}
    />
    <Select
      {...form}
      name={`${prefix}area`}
      label="Which part of life"
      labelSize="s"
      items={areas.map((value) => ({ value, text: areaWords[value] }))}
      placeholder="Choose a part of life"
    />
    <Radios
      {...form}
      name={`${prefix}term`}
      label="Short or long"
      small
      items={terms.map((value) => ({ value, text: termWords[value] }))}
    />
  </>
)
