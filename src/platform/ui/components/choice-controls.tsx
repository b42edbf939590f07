import { errorOf, typedValue, typedValues } from '../form-state.ts'
import { govukCheckboxes, govukRadios, govukSelect } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'
import type { ControlProps } from './text-controls.tsx'

/** One answer; `conditional` is asked where it is chosen (and is always there without script). */
export interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
  readonly conditional?: Html | undefined
}

/** A word between answers, such as "or". */
interface Divider {
  readonly divider: string
}

const item = (choice: Choice) => ({
  value: choice.value,
  text: choice.text,
  hint: choice.hint === undefined ? undefined : { text: choice.hint },
  conditional: choice.conditional === undefined ? undefined : { html: choice.conditional },
})

/** What a group of answers tells its template: its question is the legend. */
const group = ({ name, label, hint, labelSize = 's', errors }: ControlProps) => ({
  name,
  idPrefix: name,
  fieldset: { legend: { text: label, classes: `govuk-fieldset__legend--${labelSize}` } },
  hint: hint === undefined ? undefined : { text: hint },
  errorMessage: errorOf(errors, name),
})

interface RadiosProps extends ControlProps {
  readonly items: readonly (Choice | Divider)[]
  readonly inline?: boolean
  readonly small?: boolean
}

const radioClasses = ({ inline, small }: RadiosProps): string =>
  `${inline ? 'govuk-radios--inline' : ''} ${small ? 'govuk-radios--small' : ''}`.trim()

/** One answer of several. */
export const Radios = (props: RadiosProps): Html =>
  govukRadios({
    ...group(props),
    classes: radioClasses(props),
    value: typedValue(props.values, props.name),
    items: props.items.map((choice) => ('divider' in choice ? choice : item(choice))),
  })

/** An answer that rules out the others: "None of these". */
interface ExclusiveChoice extends Choice {
  readonly exclusive?: boolean
}

interface CheckboxesProps extends ControlProps {
  readonly items: readonly (ExclusiveChoice | Divider)[]
  readonly small?: boolean
}

/** Any number of answers. */
export const Checkboxes = (props: CheckboxesProps): Html =>
  govukCheckboxes({
    ...group(props),
    classes: props.small ? 'govuk-checkboxes--small' : undefined,
    values: typedValues(props.values, props.name),
    items: props.items.map((choice) =>
      'divider' in choice
        ? choice
        : { ...item(choice), behaviour: choice.exclusive ? 'exclusive' : undefined },
    ),
  })

interface CheckboxProps extends Omit<ControlProps, 'labelSize'> {
  readonly value?: string
}

/** One box to tick, whose label says it all. */
export const Checkbox = ({ name, label, hint, values, errors, value = 'yes' }: CheckboxProps): Html =>
  govukCheckboxes({
    name,
    idPrefix: name,
    values: typedValues(values, name),
    errorMessage: errorOf(errors, name),
    items: [item({ value, text: label, hint })],
  })

interface SelectProps extends ControlProps {
  readonly items: readonly { readonly value: string; readonly text: string }[]
  /** Stands first with an empty value, such as "Choose a service". */
  readonly placeholder?: string
}

/** One answer from a long list. */
export const Select = (props: SelectProps): Html => {
  const { name, label, labelSize, hint, errors, values, items, placeholder } = props
  return govukSelect({
    id: name,
    name,
    label: { text: label, classes: labelSize && `govuk-label--${labelSize}` },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: errorOf(errors, name),
    value: typedValue(values, name),
    items: placeholder === undefined ? items : [{ value: '', text: placeholder }, ...items],
  })
}
