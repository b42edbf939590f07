import { z } from 'zod'
import { dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DateInput,
  Form,
  fullDate,
  InsetText,
  Layout,
  PageHeading,
  Textarea,
} from '../../platform/ui/index.ts'
import { withdrawRequest } from '../actions/withdrawRequest.ts'
import { isOpen } from '../model.ts'
import { accessRequest } from '../queries/accessRequest.ts'

/** Closes a request that whoever asked took back. */
export const withdrawPage = defineForm({
  path: '/access-requests/:accessId/withdraw',
  may: ['team_leader'],
  input: z.object({ accessId: z.uuid() }),
  body: formOf({
    withdrawn: dayField('Enter the day on which it was taken back'),
    how: textField('Say who took it back, and how you know', 500),
  }),
  load: async (tx, { accessId }, { today }) => {
    const request = await accessRequest(tx, accessId)
    return request.ok ? ok({ request: request.value, today }) : request
  },
  audit: {
    action: 'view_withdraw_access',
    people: ({ request }) => [request.person_id],
    subject: ({ request }) => request.id,
  },
  does: 'withdraw_access_request',
  initial: ({ today }) => dayValues('withdrawn', today),
  act: async (tx, { input: { accessId }, body }) => {
    const request = await accessRequest(tx, accessId)
    if (!request.ok) return request
    const done = await withdrawRequest(tx, request.value, { on: body.withdrawn, how: body.how })
    if (!done.ok) return done
    return ok({
      to: `/access-requests/${accessId}`,
      said: 'Closed as taken back. What was copied for it and has not left is deleted tonight.',
      people: [request.value.person_id],
      subject: accessId,
    })
  },
  show: ({ request }, context) => (
    <Layout
      shell={context.shell}
      title="Taken back"
      errors={context.form.errors}
      back={{ href: `/access-requests/${request.id}`, text: 'Back to the request' }}
    >
      <PageHeading
        title="Close a request that was taken back"
        caption={`Asked on ${fullDate(request.asked_on)}`}
      />
      <InsetText>
        {isOpen(request.state)
          ? 'Only whoever asked can take it back. They may ask again whenever they want.'
          : 'This request is over: there is nothing to take back.'}
      </InsetText>
      {isOpen(request.state) && (
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <DateInput {...context.form} name="withdrawn" label="On which day was it taken back?" />
          <Textarea
            {...context.form}
            name="how"
            label="Who took it back, and how do you know?"
            hint="Lee told their worker on the wing, and signed for it"
            rows={2}
          />
          <Button text="Close the request" />
        </Form>
      )}
    </Layout>
  ),
})
