import { errorOf, type FieldError, typedValue } from '../form-state.ts'
import { govukDateInput } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'
import type { ControlProps } from './text-controls.tsx'

type Part = 'day' | 'month' | 'year'

/** The names of a date's three fields: `release-day`, `release-month`, `release-year`. */
export const datePartNames = (name: string): Record<Part, string> => ({
  day: `${name}-day`,
  month: `${name}-month`,
  year: `${name}-year`,
})

/** The day takes the name of the whole as its id, so that an error about the date links to it. */
const idOf = (name: string, part: Part): string => (part === 'day' ? name : `${name}-${part}`)

const isWrong = (errors: readonly FieldError[], name: string, part: Part): boolean =>
  errors.some((error) => error.field === name || error.field === `${name}-${part}`)

interface DateInputProps extends ControlProps {
  readonly autocomplete?: 'bday'
}

/** Day, month and year. An error's field is `name` for the whole date, or one of its parts. */
export const DateInput = (props: DateInputProps): Html => {
  const { name, label, hint, labelSize = 's', values, errors, autocomplete } = props
  const names = datePartNames(name)
  const item = (part: Part, width: 2 | 4) => ({
    name: part,
    id: idOf(name, part),
    value: typedValue(values, names[part]),
    classes: `govuk-input--width-${width}${isWrong(errors, name, part) ? ' govuk-input--error' : ''}`,
    autocomplete: autocomplete && `${autocomplete}-${part}`,
  })
  return govukDateInput({
    id: `${name}-date`,
    namePrefix: name,
    fieldset: { legend: { text: label, classes: `govuk-fieldset__legend--${labelSize}` } },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: errorOf(errors, name, names.day, names.month, names.year),
    items: [item('day', 2), item('month', 2), item('year', 4)],
  })
}
