import { errorOf, type FormState, typedValue } from '../form-state.ts'
import { govukInput, govukPasswordInput, govukTextarea } from '../govuk/govuk.ts'
import type { Attributes, Html } from '../govuk/html.ts'

/** What every control of a form takes. `name` is also the id that its error links to. */
export interface ControlProps extends FormState {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly labelSize?: 's' | 'm' | 'l' | undefined
}

const worded = (text: string | undefined): { readonly text: string } | undefined =>
  text === undefined ? undefined : { text }

/** What a text control tells its template, whatever its kind. */
const control = ({ name, label, hint, labelSize, errors }: ControlProps) => ({
  id: name,
  name,
  label: { text: label, classes: labelSize && `govuk-label--${labelSize}` },
  hint: worded(hint),
  errorMessage: errorOf(errors, name),
})

interface TextInputProps extends ControlProps {
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url'
  readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly autocomplete?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly spellcheck?: boolean
  readonly attributes?: Attributes
}

/** One line of text. */
export const TextInput = (props: TextInputProps): Html =>
  govukInput({
    ...control(props),
    value: typedValue(props.values, props.name),
    classes: props.width && `govuk-input--width-${props.width}`,
    type: props.type,
    inputmode: props.inputmode,
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck,
    prefix: worded(props.prefix),
    suffix: worded(props.suffix),
    attributes: props.attributes,
  })

interface PasswordInputProps extends ControlProps {
  readonly autocomplete: 'current-password' | 'new-password'
}

/** A password, never given back. */
export const PasswordInput = (props: PasswordInputProps): Html =>
  govukPasswordInput({ ...control(props), autocomplete: props.autocomplete })

interface TextareaProps extends ControlProps {
  readonly rows?: number
  readonly spellcheck?: boolean
}

/** HTML drops a line break that begins a textarea: one more keeps what was typed. */
const keepFirstBreak = (text: string): string => (/^[\r\n]/.test(text) ? `\n${text}` : text)

/** Several lines of text. */
export const Textarea = (props: TextareaProps): Html =>
  govukTextarea({
    ...control(props),
    value: keepFirstBreak(typedValue(props.values, props.name)),
    rows: props.rows === undefined ? undefined : String(props.rows),
    spellcheck: props.spellcheck,
  })
