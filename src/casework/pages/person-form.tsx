import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import { PersonFrame, type PersonHeader, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'
import { formAddress } from '../return-to.ts'

/** Who writes recovery records of their people. */
export const recoveryTeam: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'community_worker',
]

/** The recovery team and clinical staff. */
export const wholeTeam: readonly StaffRole[] = [...recoveryTeam, 'clinical']

export const ofPerson = z.object({ personId: z.uuid() })

interface PersonFormProps {
  readonly person: PersonHeader
  readonly context: FormContext
  /** "Refer": completed with "for Lee Whitaker" by `title`. */
  readonly title: string
  readonly button: string
  readonly version?: number
}

/** One short form about one person: title, questions, one button. */
export const PersonForm = ({
  person,
  context,
  title,
  button,
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
