import { z } from 'zod'
import { rolesOfTeams } from '../../people/index.ts'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Form, InsetText, Layout, PageHeading, Radios, Textarea } from '../../platform/ui/index.ts'
import { releaseAnswer } from '../actions/releaseAnswer.ts'
import { type How, howWords } from '../model.ts'
import { accessRequest } from '../queries/accessRequest.ts'

const ways = Object.keys(howWords) as readonly How[]

/** Lets the part of the answer leave that its giver may read. */
export const releasePage = defineForm({
  path: '/access-requests/:accessId/release',
  may: rolesOfTeams,
  input: z.object({ accessId: z.uuid() }),
  body: formOf({
    given_to: textField('Say to whom it is given', 300),
    how: choiceField(ways, 'Say how it is given'),
  }),
  load: (tx, { accessId }) => accessRequest(tx, accessId),
  audit: {
    action: 'view_release_access',
    people: ({ person_id }) => [person_id],
    subject: ({ id }) => id,
  },
  does: 'release_access_request',
  act: async (tx, { input: { accessId }, body: { given_to, how } }) => {
    const request = await accessRequest(tx, accessId)
    if (!request.ok) return request
    const released = await releaseAnswer(tx, request.value, { to: given_to, how })
    if (!released.ok) return released
    return ok({
      to: `/access-requests/${accessId}`,
      said: 'Released. The answer can be read, printed and taken as data; each time is on the audit log.',
      people: [request.value.person_id],
      subject: accessId,
    })
  },
  show: (request, context) => (
    <Layout
      shell={context.shell}
      title="Release the answer"
      errors={context.form.errors}
      back={{ href: `/access-requests/${request.id}`, text: 'Back to the request' }}
    >
      <PageHeading title="Release the answer" />
      <InsetText>
        {request.undecided > 0
          ? `${request.undecided} marked passages wait for a decision: nothing can leave before that.`
          : 'What you may read leaves. Parts that you may not read are released by those who may.'}
      </InsetText>
      <Form
        action={context.url.pathname}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Textarea {...context.form} name="given_to" label="To whom is it given?" rows={2} />
        <Radios
          {...context.form}
          name="how"
          label="How?"
          items={ways.map((value) => ({ value, text: howWords[value] }))}
        />
        <Button text="Release" />
      </Form>
    </Layout>
  ),
})
