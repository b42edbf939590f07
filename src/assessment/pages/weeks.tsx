import { type FormState, govukDateInput, type Html, typedValue } from '../../platform/ui/index.ts'
import type { Question } from '../model.ts'

interface WeeksProps {
  readonly question: Question
  readonly form: FormState
}

/** Days in each of four weeks: four small boxes, the week longest ago first. */
export const Weeks = ({ question, form }: WeeksProps): Html => {
  const { name, label, hint } = question
  const wrong = form.errors.find(({ field }) => field === name)
  return govukDateInput({
    id: `${name}-weeks`,
    namePrefix: name,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: wrong === undefined ? undefined : { text: wrong.message },
    items: [4, 3, 2, 1].map((week) => ({
      name: String(week),
      id: week === 4 ? name : `${name}-${week}`,
      label: `Week ${week}`,
      classes: 'govuk-input--width-2',
      value: typedValue(form.values, `${name}-${week}`),
    })),
  })
}
