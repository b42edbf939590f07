import type { PropsWithChildren } from 'hono/jsx'
import { formFields } from '../form-state.ts'
import type { Html } from '../govuk/html.ts'

interface HiddenProps {
  readonly name: string
  readonly value: string
}

/** A hidden field. */
export const Hidden = ({ name, value }: HiddenProps): Html => (
  <input type="hidden" name={name} value={value} />
)

interface FormProps {
  readonly action: string
  /** The token of this session: from `shell.csrf`. */
  readonly csrf: string
  /** Made once when the form is shown, so that sending it twice does it once. */
  readonly idempotencyKey?: string | undefined
  /** The version of the record that the form was made from; a stale one is refused with both shown. */
  readonly version?: string | number | undefined
  readonly enctype?: 'multipart/form-data'
}

/** A form that is posted. `novalidate`: our own errors say what to do next, the browser's do not. */
export const Form = ({ children, ...form }: PropsWithChildren<FormProps>): Html => (
  <form class="tc-form" method="post" action={form.action} novalidate enctype={form.enctype}>
    <Hidden name={formFields.csrf} value={form.csrf} />
    {form.idempotencyKey !== undefined && (
      <Hidden name={formFields.idempotencyKey} value={form.idempotencyKey} />
    )}
    {form.version !== undefined && <Hidden name={formFields.version} value={String(form.version)} />}
    {children}
  </form>
)

interface FieldsetProps {
  readonly legend: string
  readonly size?: 's' | 'm' | 'l'
}

/** Controls that belong to one question. */
export const Fieldset = ({ legend, size = 'm', children }: PropsWithChildren<FieldsetProps>): Html => (
  <fieldset class="govuk-fieldset">
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>{legend}</legend>
    {children}
  </fieldset>
)
