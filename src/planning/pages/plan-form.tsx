import type { PropsWithChildren } from 'hono/jsx'
import { formAddress } from '../../casework/index.ts'
import { PersonFrame, type PersonHeader } from '../../people/index.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'

interface PlanFormProps {
  readonly person: PersonHeader
  readonly context: FormContext
  readonly title: string
  readonly button: string
  readonly version?: number
}

/** One form about a plan: title, questions, one button. */
export const PlanForm = ({
  person,
  context,
  title,
  button,
  version,
  children,
}: PropsWithChildren<PlanFormProps>): Html => (
  <PersonFrame
    shell={context.shell}
    person={person}
    title={title}
    errors={context.form.errors}
    back={{ href: `/people/${person.id}/plan`, text: 'Back to the plan' }}
  >
    <PageHeading title={title} />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Form
          action={formAddress(context)}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
          version={version}
        >
          {children}
          <Button text={button} />
        </Form>
      </div>
    </div>
  </PersonFrame>
)
