import { z } from 'zod'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Button, Checkbox, Form, InsetText, Layout, PageHeading, TextInput } from '../../platform/ui/index.ts'
import { takeUp } from '../actions/takeUp.ts'
import { exactNumber } from '../exact-number.ts'
import { rolesThatRecord } from '../model.ts'
import { IdentityFields, identityShape } from './identity-fields.tsx'

const title = 'Take up the care of somebody who has come to you'

/** Somebody with a record whom no team works with now has come: an episode of one's own, after who they are is confirmed. */
export const takeUpPage = defineForm({
  path: '/people/take-up',
  may: rolesThatRecord,
  input: z.object({}),
  body: formOf({
    ...identityShape,
    family_name: textField('Enter the family name, as they say it', 100),
    confirmed: choiceField(['yes'], 'Say that you have checked with them who they are'),
  }),
  load: async (_, given) => ok(given),
  audit: { action: 'view_take_up', people: () => [] },
  does: 'take_up',
  act: async (tx, { body, request }) => {
    const number = exactNumber(body.number)
    if (!number.ok) return refused('invalid', number.refusal.message, 'number')
    const [service] = request.actor.services
    if (service === undefined) return refused('forbidden', 'You work in no service today.')
    const taken = await takeUp(tx, {
      number: number.value,
      birth: body.birth,
      familyName: body.family_name,
      serviceId: service.id,
    })
    if (!taken.ok) return taken
    return ok({
      to: `/people/${taken.value}`,
      said: `An episode with ${service.name} is open from today. You see who they are, and what you record yourselves.`,
      people: [taken.value],
    })
  },
  show: (_, context) => (
    <Layout
      shell={context.shell}
      title={title}
      errors={context.form.errors}
      back={{ href: '/people/connect', text: 'Connect with whoever holds a record' }}
    >
      <PageHeading title={title} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <InsetText>
            This is for somebody with a record whom no team works with now. You open an episode of your own,
            and see nothing of what others recorded.
          </InsetText>
          <Form
            action="/people/take-up"
            csrf={context.form.csrf}
            idempotencyKey={context.form.idempotencyKey}
          >
            <IdentityFields form={context.form} />
            <TextInput
              {...context.form}
              name="family_name"
              label="Family name"
              width={20}
              autocomplete="off"
              spellcheck={false}
            />
            <Checkbox
              {...context.form}
              name="confirmed"
              label="I have checked with them who they are, and they have come to us"
            />
            <Button text="Take up their care" />
          </Form>
        </div>
      </div>
    </Layout>
  ),
})
