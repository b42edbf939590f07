import { z } from 'zod'
import { choiceField, dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DateInput,
  Form,
  fullDate,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  Textarea,
} from '../../platform/ui/index.ts'
import { extendRequest } from '../actions/extendRequest.ts'
import { accessRequest } from '../queries/accessRequest.ts'
import { dueOn, whyNotExtended } from '../rules.ts'

const furtherMonths = { one: 1, two: 2 } as const

/** Gives a complex request one or two further months, once the person was told so and why. */
export const extendPage = defineForm({
  path: '/access-requests/:accessId/extend',
  may: ['team_leader'],
  input: z.object({ accessId: z.uuid() }),
  body: formOf({
    further: choiceField(['one', 'two'], 'Say how much longer it takes'),
    why: textField('Say why it takes longer, as they were told', 1000),
    told: dayField('Enter the day on which they were told'),
    told_how: textField('Say how they were told', 300),
  }),
  load: async (tx, { accessId }, { today }) => {
    const request = await accessRequest(tx, accessId)
    return request.ok ? ok({ request: request.value, today }) : request
  },
  audit: {
    action: 'view_extend_access',
    people: ({ request }) => [request.person_id],
    subject: ({ request }) => request.id,
  },
  does: 'extend_access_request',
  initial: ({ today }) => dayValues('told', today),
  act: async (tx, { input: { accessId }, body }) => {
    const request = await accessRequest(tx, accessId)
    if (!request.ok) return request
    const extended = await extendRequest(tx, request.value, {
      furtherMonths: furtherMonths[body.further],
      why: body.why,
      toldOn: body.told,
      toldHow: body.told_how,
    })
    if (!extended.ok) return extended
    return ok({
      to: `/access-requests/${accessId}`,
      said: `Extended. Answer by ${fullDate(extended.value)}.`,
      people: [request.value.person_id],
      subject: accessId,
    })
  },
  show: ({ request, today }, context) => (
    <Layout
      shell={context.shell}
      title="Take longer to answer"
      errors={context.form.errors}
      back={{ href: `/access-requests/${request.id}`, text: 'Back to the request' }}
    >
      <PageHeading title="Take longer to answer" caption={`Asked on ${fullDate(request.asked_on)}`} />
      <InsetText>
        {whyNotExtended(request, today) ??
          `The law gives one or two further months for a complex request, or where somebody made several. They must be told so, and why, by ${fullDate(request.due_on)}. It can be done once.`}
      </InsetText>
      {whyNotExtended(request, today) === null && (
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <Radios
            {...context.form}
            name="further"
            label="How much longer?"
            items={[
              {
                value: 'one',
                text: 'One further month',
                hint: `Answer by ${fullDate(dueOn(request.asked_on, request.nation, 2))}`,
              },
              {
                value: 'two',
                text: 'Two further months',
                hint: `Answer by ${fullDate(dueOn(request.asked_on, request.nation, 3))}`,
              },
            ]}
          />
          <Textarea
            {...context.form}
            name="why"
            label="Why does it take longer?"
            hint="As they were told. That there is much to read, or too few to read it, is no reason by itself"
            rows={3}
          />
          <DateInput {...context.form} name="told" label="On which day were they told?" />
          <Textarea
            {...context.form}
            name="told_how"
            label="How were they told?"
            hint="A letter to the wing, spoken and written down"
            rows={2}
          />
          <Button text="Extend" />
        </Form>
      )}
    </Layout>
  ),
})
