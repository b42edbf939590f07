/** What was typed into a form, as it came: nothing is parsed, trimmed or put in order. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is wrong, in words that say what to do next, and the field to put right. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** Passed to every control of a form (`<TextInput {...form} name="…" />`), so that a failed one comes back as typed. */
export interface FormState {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

export const emptyForm: FormState = { values: {}, errors: [] }

/** The names of the hidden fields of every form. */
export const formFields = {
  csrf: '_csrf',
  idempotencyKey: '_idempotency_key',
  version: '_version',
} as const

/** The first value typed for `name`, empty where there is none. */
export const typedValue = (values: FormValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every value sent for `name`: the boxes that were ticked. */
export const typedValues = (values: FormValues, name: string): readonly string[] => {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The error of one field as GOV.UK's components take it; several are read one after the other. */
export const errorOf = (
  errors: readonly FieldError[],
  ...names: readonly string[]
): { readonly text: string } | undefined => {
  const messages = errors.filter((error) => names.includes(error.field)).map((error) => error.message)
  return messages.length === 0 ? undefined : { text: messages.join(' ') }
}
