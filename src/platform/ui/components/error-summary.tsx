import type { FieldError } from '../form-state.ts'
import { govukErrorSummary } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'

/** The id of the control that an error is about: a date's day has the id of the whole date. */
const anchor = ({ field }: FieldError): string => `#${field.replace(/-day$/, '')}`

/** Everything that is wrong with a form, each linked to the field to put right; nothing where all is well. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }): Html | null =>
  errors.length === 0
    ? null
    : govukErrorSummary({
        titleText: 'There is a problem',
        errorList: errors.map((error) => ({ text: error.message, href: anchor(error) })),
      })
