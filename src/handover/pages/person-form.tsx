import type { Child, PropsWithChildren } from 'hono/jsx'
import { formAddress } from '../../casework/index.ts'
import { PersonFrame, type PersonHeader } from '../../people/index.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'

interface PersonFormProps {
  readonly person: PersonHeader
  readonly context: FormContext
  /** What the page is for, with the name: "First night out for Lee Whitaker". */
  readonly title: string
  readonly caption?: string
  readonly button: string
  readonly back: { readonly href: string; readonly text: string }
  readonly version?: number
  /** Stands between the heading and the questions, over the whole width. */
  readonly above?: Child
  /** Beside the button, such as a link to leave it. */
  readonly beside?: Child
  /** Below the form. */
  readonly below?: Child
}

/** One short form about one person: title, what there is to know, questions, one button. */
export const PersonForm = (props: PropsWithChildren<PersonFormProps>): Html => {
  const { person, context, title, caption, button, back, version, above, beside, below, children } = props
  return (
    <PersonFrame shell={context.shell} person={person} title={title} errors={context.form.errors} back={back}>
      <PageHeading title={title} {...(caption === undefined ? {} : { caption })} />
      {above}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Form
            action={formAddress(context)}
            csrf={context.form.csrf}
            idempotencyKey={context.form.idempotencyKey}
            version={version}
          >
            {children}
            <div class="govuk-button-group">
              <Button text={button} />
              {beside}
            </div>
          </Form>
        </div>
      </div>
      {below}
    </PersonFrame>
  )
}
