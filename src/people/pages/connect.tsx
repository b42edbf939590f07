import { z } from 'zod'
import { dayValues, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { parseDay } from '../../platform/moments.ts'
import { ok, refused } from '../../platform/result.ts'
import { Button, Form, InsetText, Layout, PageHeading, Textarea } from '../../platform/ui/index.ts'
import { connect, type Holder } from '../actions/connect.ts'
import { exactNumber } from '../exact-number.ts'
import { rolesThatRecord } from '../model.ts'
import { storedSearch } from '../queries/storedSearch.ts'
import { IdentityFields, identityShape } from './identity-fields.tsx'

const input = z.object({ search: z.uuid().nullable().catch(null).default(null) })

const ringWords = ({ team, ring }: Holder): string => {
  if (ring === null)
    return team === null ? 'No team works with them now.' : `${team} holds it, and gave no number to ring.`
  return team === null ? `Ring ${ring}.` : `${team} holds it: ring ${ring}.`
}

const saidOf = (holder: Holder, asked: boolean): string => {
  if (holder.restricted) return `A record exists. ${ringWords(holder)}`
  if (!holder.heldNow) {
    const last =
      holder.team === null
        ? ''
        : ` ${holder.team} did last${holder.ring === null ? '' : `: ring ${holder.ring}`}.`
    return `A record exists, and no team works with them now.${last} If they have come to you, take up their care below.`
  }
  const told = asked ? 'They are told that you ask to be involved, and why.' : 'They are told that you asked.'
  return `A record exists. ${ringWords(holder)}${holder.team === null ? '' : ` ${told}`}`
}

/** Asks whether a record of somebody exists that the asker may not see, and whom to ring. */
export const connectPage = defineForm({
  path: '/people/connect',
  may: rolesThatRecord,
  input,
  body: formOf({
    ...identityShape,
    ask: optionalTextField(500),
  }),
  load: async (tx, { search }) => {
    const [number = '', birth = ''] = search === null ? [] : (await storedSearch(tx, search)).split(' ')
    return ok({ number, birth })
  },
  audit: { action: 'view_connect', people: () => [] },
  does: 'connect',
  initial: ({ number, birth }) => ({ number, ...dayValues('birth', parseDay(birth)) }),
  act: async (tx, { body: { number: typed, birth, ask }, request }) => {
    const number = exactNumber(typed)
    if (!number.ok) return refused('invalid', number.refusal.message, 'number')
    const holder = await connect(tx, { number: number.value, birth, ask, actor: request.actor })
    if (!holder.ok) return holder
    return ok({
      to: '/people/connect',
      said: saidOf(holder.value, ask !== null),
      people: [holder.value.personId],
    })
  },
  show: (_, context) => (
    <Layout
      shell={context.shell}
      title="Connect with whoever holds a record"
      errors={context.form.errors}
      back={{ href: '/people', text: 'Find a person' }}
    >
      <PageHeading title="Connect with whoever holds a record" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <InsetText>
            With a whole number and the date of birth you learn that a record exists and which team to ring.
            You see nothing of it, that team is told, and your question is on the audit log.
          </InsetText>
          <Form
            action="/people/connect"
            csrf={context.form.csrf}
            idempotencyKey={context.form.idempotencyKey}
          >
            <IdentityFields form={context.form} />
            <Textarea
              {...context.form}
              name="ask"
              label="Ask them to involve you: say why"
              hint="Leave empty to learn only whom to ring"
              rows={3}
            />
            <Button text="Connect" />
          </Form>
          <p class="govuk-body">
            A record exists and no team works with them now?{' '}
            <a class="govuk-link" href="/people/take-up">
              Take up the care of somebody who has come to you
            </a>
          </p>
        </div>
      </div>
    </Layout>
  ),
})
