import type { Child, PropsWithChildren } from 'hono/jsx'
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
  /** What the page is for, with the name: "First night out for Lee Whitaker". */
  readonly title: string
  readonly caption?: string
  readonly button: string
  /** What the button does cannot easily be undone. */
  readonly warning?: boolean
  /** Without it, back to the person. */
  readonly back?: { readonly href: string; readonly text: string }
  readonly version?: number
  /** Stands between the heading and the questions, over the whole width. */
  readonly above?: Child
  /** Beside the button, such as a link to leave it. */
  readonly beside?: Child
  /** Below the form. */
  readonly below?: Child
}

const Questions = (props: PropsWithChildren<PersonFormProps>): Html => {
  const { context, button, warning = false, version, beside, children } = props
  return (
    <Form
      action={context.url.pathname + context.url.search}
      csrf={context.form.csrf}
      idempotencyKey={context.form.idempotencyKey}
      version={version}
    >
      {children}
      <div class="govuk-button-group">
        <Button text={button} kind={warning ? 'warning' : 'main'} />
        {beside}
      </div>
    </Form>
  )
}

/** One short form about one person: title, what there is to know, questions, one button. */
export const PersonForm = (props: PropsWithChildren<PersonFormProps>): Html => {
  const { person, context, title, caption, above, below } = props
  const back = props.back ?? { href: `/people/${person.id}`, text: `Back to ${personName(person)}` }
  return (
    <PersonFrame shell={context.shell} person={person} title={title} errors={context.form.errors} back={back}>
      <PageHeading title={title} {...(caption === undefined ? {} : { caption })} />
      {above}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Questions {...props} />
        </div>
      </div>
      {below}
    </PersonFrame>
  )
}
