import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, Layout, PageHeading } from '../../platform/ui/index.ts'

/** The address of a page about one member of staff. */
export const ofStaff = z.object({ staffId: z.uuid() })

interface StaffFormProps {
  readonly context: FormContext
  /** What the browser keeps: without a name. */
  readonly title: string
  /** What stands on the page, where that is more. */
  readonly heading?: string
  readonly button: string
  readonly warning?: boolean
  readonly back: { readonly href: string; readonly text: string }
}

/** One short form about somebody of the staff: title, questions, one button. */
export const StaffForm = ({
  context,
  title,
  heading = title,
  button,
  warning = false,
  back,
  children,
}: PropsWithChildren<StaffFormProps>): Html => (
  <Layout shell={context.shell} title={title} errors={context.form.errors} back={back}>
    <PageHeading title={heading} />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          {children}
          <Button text={button} kind={warning ? 'warning' : 'main'} />
        </Form>
      </div>
    </div>
  </Layout>
)
