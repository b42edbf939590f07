import { z } from 'zod'
import { exactNumber, rolesWithPeople } from '../../people/index.ts'
import { choiceField, dayField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Button,
  DateInput,
  Form,
  Layout,
  PageHeading,
  Radios,
  Textarea,
  TextInput,
  timeWords,
  WarningText,
} from '../../platform/ui/index.ts'
import { type Broken, breakGlass } from '../actions/breakGlass.ts'
import { type Emergency, emergencies, shortestReason } from '../rules.ts'

const kinds = Object.keys(emergencies) as readonly Emergency[]

const whyMissing = 'Say what has happened and why you must see the record'

const reasonField = textField(whyMissing, 500).pipe(
  z.string().min(shortestReason, `${whyMissing}: in at least ${shortestReason} characters`),
)

const saidOf = (broken: Broken): string => {
  if (broken.kind === 'ring')
    return `This record is open to named staff only. Ring ${broken.ring ?? 'the prison’s control room'}.`
  if (broken.kind === 'open') return 'This record is open to you already.'
  return `The record is open to you until ${timeWords(broken.closesAt)}. The team leaders have been told, and somebody will ask you about it.`
}

/** The one door to a record that one may not see: for an emergency, one person, one hour, reviewed afterwards. */
export const glassPage = defineForm({
  path: '/glass',
  may: rolesWithPeople,
  input: z.object({}),
  body: formOf({
    number: textField('Enter a prison number or an NHS number', 40),
    birth: dayField('Enter the date of birth'),
    kind: choiceField(kinds, 'Choose what kind of emergency it is'),
    reason: reasonField,
  }),
  load: async () => ok({}),
  audit: { action: 'view_glass', people: () => [] },
  does: 'break_glass',
  act: async (tx, { body: { number: typed, birth, kind, reason }, request }) => {
    const number = exactNumber(typed)
    if (!number.ok) return refused('invalid', number.refusal.message, 'number')
    const broken = await breakGlass(tx, { number: number.value, birth, kind, reason, actor: request.actor })
    if (!broken.ok) return broken
    const { personId } = broken.value
    return ok({
      to: broken.value.kind === 'ring' ? '/glass' : `/people/${personId}`,
      said: saidOf(broken.value),
      people: [personId],
      subject: broken.value.kind,
      why: `${emergencies[kind]}: ${reason}`,
    })
  },
  show: (_, { shell, form }) => (
    <Layout shell={shell} title="Break the glass" errors={form.errors}>
      <PageHeading title="Break the glass" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            In an emergency you may open the record of one person whom you do not work with, for one hour. You
            can read what your role reads. You cannot write, except to raise a safety flag or a safeguarding
            concern where your role may.
          </p>
          <WarningText>
            Your team leader and theirs are told at once, everything you open is on the audit log, and
            somebody else reviews it. If a life is in danger, ring 999 or the control room first.
          </WarningText>
          <Form action="/glass" csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
            <TextInput
              {...form}
              name="number"
              label="Prison number or NHS number"
              width={20}
              autocomplete="off"
              spellcheck={false}
            />
            <DateInput {...form} name="birth" label="Date of birth" hint="For example, 27 3 1989" />
            <Radios
              {...form}
              name="kind"
              label="What kind of emergency is it?"
              items={kinds.map((value) => ({ value, text: emergencies[value] }))}
            />
            <Textarea
              {...form}
              name="reason"
              label="What has happened, and what do you need to know?"
              rows={3}
            />
            <Button text="Open the record for one hour" kind="warning" />
          </Form>
        </div>
      </div>
    </Layout>
  ),
})
