/**
 * What pages may use. Components are JSX functions; `govuk…` and `moj…` are the libraries' own
 * templates, for what has no JSX function here.
 */
export { assetPath } from './assets.ts'
export { Button } from './components/button.tsx'
export {
  Checkbox,
  Checkboxes,
  type Choice,
  type Divider,
  type ExclusiveChoice,
  Radios,
  Select,
} from './components/choice-controls.tsx'
export { DateInput, datePartNames } from './components/date-control.tsx'
export { ErrorSummary } from './components/error-summary.tsx'
export { FlashBanner } from './components/flash.tsx'
export { Fieldset, Form, Hidden } from './components/form.tsx'
export { Layout, type LayoutProps } from './components/layout.tsx'
export { type ControlProps, PasswordInput, Textarea, TextInput } from './components/text-controls.tsx'
export * from './dates.ts'
export {
  emptyForm,
  type FieldError,
  type FormState,
  type FormValues,
  formFields,
  typedValue,
  typedValues,
} from './form-state.ts'
export * from './govuk/govuk.ts'
export type { Attributes, Html } from './govuk/html.ts'
export * from './govuk/moj.ts'
export type { Account, Flash, NavigationLink, Shell } from './shell.ts'
