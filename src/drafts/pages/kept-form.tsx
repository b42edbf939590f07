import type { Child, PropsWithChildren } from 'hono/jsx'
import { PersonFrame, type PersonHeader, personName } from '../../people/index.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'
import type { Draft } from '../model.ts'
import { DraftKeeper, DraftNotice } from './draft-keeper.tsx'

interface KeptFormProps {
  readonly person: PersonHeader
  readonly context: FormContext
  readonly title: string
  readonly button: string
  readonly draft: Draft | null
  readonly version?: number | undefined
  /** Between the title and the form. */
  readonly above?: Child
}

/** A form about one person that keeps what is typed into it: title, what is known, questions, one main button. */
export const KeptForm = ({
  person,
  context,
  title,
  button,
  draft,
  version,
  above,
  children,
}: PropsWithChildren<KeptFormProps>): Html => (
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
        <DraftNotice draft={draft} today={context.today} />
        {above}
        <Form
          action={context.url.pathname + context.url.search}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
          version={version}
        >
          {children}
          <Button text={button} />
          <DraftKeeper path={context.url.pathname} title={title} />
        </Form>
      </div>
    </div>
  </PersonFrame>
)
