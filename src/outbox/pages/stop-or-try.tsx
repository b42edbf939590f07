import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { defineForm, type FormContext, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Form, type Html, Layout, PageHeading } from '../../platform/ui/index.ts'
import { sendTry } from '../actions/sendTry.ts'
import { stopAddress } from '../actions/stopAddress.ts'
import { addressThatIsSet } from '../queries/outsideAddress.ts'

const to = '/organisation/messages'

interface AskedProps {
  readonly context: FormContext
  readonly title: string
  readonly button: string
  readonly warning?: boolean
  readonly children: Child
}

const Asked = ({ context, title, button, warning = false, children }: AskedProps): Html => (
  <Layout
    shell={context.shell}
    title={title}
    errors={context.form.errors}
    back={{ href: to, text: 'Back to messages' }}
  >
    <PageHeading title={title} />
    {children}
    <Form action={context.url.pathname} csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
      <Button text={button} kind={warning ? 'warning' : 'main'} />
    </Form>
  </Layout>
)

/** Ends that another system is told. */
export const stopPage = defineForm({
  path: '/organisation/messages/stop',
  may: ['administrator'],
  input: z.object({}),
  body: formOf({}),
  load: (tx, _input, { actor }) => addressThatIsSet(tx, actor.staffId),
  audit: {
    action: 'view_stop_messages_out',
    people: () => [],
    subject: ({ organisationId }) => organisationId,
  },
  does: 'stop_messages_out',
  act: async (tx, { request: { actor } }) => {
    const address = await addressThatIsSet(tx, actor.staffId)
    if (!address.ok) return address
    const { organisationId } = address.value
    await stopAddress(tx, organisationId)
    return ok({ to, said: 'No other system is told any more.', people: [], subject: organisationId })
  },
  show: ({ url }, context) => (
    <Asked context={context} title="Stop telling the other system" button="Stop telling it" warning>
      <p class="govuk-body">
        Nothing more is sent to <span class="tc-code">{url}</span>, and what is on its way is given up. Your
        teams find what waits for them in Throughcare as before. To begin again you set the address anew, with
        a new secret.
      </p>
    </Asked>
  ),
})

/** Sends a message that says that it is a try. */
export const tryPage = defineForm({
  path: '/organisation/messages/try',
  may: ['administrator'],
  input: z.object({}),
  body: formOf({}),
  load: (tx, _input, { actor }) => addressThatIsSet(tx, actor.staffId),
  audit: { action: 'view_try_out', people: () => [], subject: ({ organisationId }) => organisationId },
  does: 'send_try_out',
  act: async (tx, { request: { actor } }) => {
    const address = await addressThatIsSet(tx, actor.staffId)
    if (!address.ok) return address
    const { organisationId } = address.value
    await sendTry(tx, organisationId)
    return ok({
      to,
      said: 'A try is on its way. Open this page again in a moment to see what became of it.',
      people: [],
      subject: organisationId,
    })
  },
  show: ({ url }, context) => (
    <Asked context={context} title="Send a try" button="Send a try">
      <p class="govuk-body">
        A message that says that it is a try goes to <span class="tc-code">{url}</span>.
      </p>
    </Asked>
  ),
})
