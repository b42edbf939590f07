import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'
import { personName } from '../glance.ts'
import type { PersonHeader } from '../queries/personHeader.ts'
import { PersonFrame } from './person-frame.tsx'

/** The address of a page about one person. */
export const ofPerson = z.object({ personId: z.uuid() })

interface PersonFormProps {
  readonly person: PersonHeader
  readonly context: FormContext
  readonly title: string
  readonly button: string
  readonly warning?: boolean
  readonly version?: number
}

/** One short form about one person: title, questions, one button. */
export const PersonForm = ({
  person,
  context,
  title,
  button,
  warning = false,
  version,
  children,
}: PropsWithChildren<PersonFormProps>): Html => (
  <PersonFrame
    shell={context.shell}
    person={person}
    title={title}
    errors={context.form.errors}
    back={{ href: `/people/${person.id}`, text: `Back to ${personName(person)}` }}
  >
    <PageHeading title={title} />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Form
          action={context.url.pathname + context.url.search}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
          version={version}
        >
          {children}
          <Button text={button} kind={warning ? 'warning' : 'main'} />
        </Form>
      </div>
    </div>
  </PersonFrame>
)
