import { z } from 'zod'
import { sourceWords } from '../../casework/index.ts'
import {
  isNumberKnown,
  type ListedPerson,
  mayAddNumbers,
  personName,
  personWithNumber,
  rolesThatRecord,
  searchPeople,
  sexWords,
  storeSearch,
} from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Done, dayValues, defineForm, type FormContext } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  Checkbox,
  DateInput,
  Form,
  fullDate,
  type Html,
  Layout,
  PageHeading,
  Radios,
  Select,
  TextInput,
  typedValue,
} from '../../platform/ui/index.ts'
import { type Reason, takeIn } from '../actions/takeIn.ts'
import { askedNumbers, newPersonBody, numbersIn, type ParsedNumber, sources } from '../new-person.ts'

type Body = z.infer<typeof newPersonBody>

/** A number that is known leads to its record, or to whoever holds it; never to an error or a twin. */
const leadToRecord = async (
  tx: WriteTx,
  numbers: readonly ParsedNumber[],
  birth: Temporal.PlainDate,
): Promise<Done | null> => {
  if (!(await isNumberKnown(tx, numbers))) return null
  const mine = await personWithNumber(
    tx,
    numbers.map(({ value }) => value),
  )
  if (mine !== null)
    return { to: `/people/${mine}`, said: 'This number is theirs: nothing was added.', people: [mine] }
  const number = numbers.find(({ kind }) => kind !== 'crn')?.value
  const search = number === undefined ? undefined : await storeSearch(tx, `${number} ${birth.toString()}`)
  return {
    to: addressWith('/people/connect', { search }),
    said: 'A record with this number exists, and nothing was added. Connect with whoever holds it.',
    people: [],
    subject: 'known_number',
  }
}

const alike = ({ prisonNumber, where }: ListedPerson): string =>
  [prisonNumber ?? 'no prison number', where.charAt(0).toLowerCase() + where.slice(1)].join(', ')

/** The same name with a slip of the pen; a shared first name alone is less. */
const veryAlike = 0.7

/** Somebody of that name and birth whom the actor knows already, unless they say that this is somebody else. */
const twinOf = async (tx: WriteTx, body: Body): Promise<Result<void>> => {
  if (body.somebody_else === 'yes') return ok(undefined)
  const { people } = await searchPeople(
    tx,
    { names: `${body.given_name} ${body.family_name}`, number: null, birth: body.birth },
    null,
  )
  const one = people.find(({ likeness }) => likeness >= veryAlike)
  return one === undefined
    ? ok(undefined)
    : refused(
        'invalid',
        `${personName(one)}, born ${fullDate(body.birth)}, is here already (${alike(one)}). Open that record, or say that this is somebody else`,
        'somebody_else',
      )
}

const reasonOf = ({ why, day, time, source }: Body): Result<Reason> => {
  if (why === 'admission') return ok({ why, day, time })
  return source === null ? refused('invalid', 'Say who referred them', 'source') : ok({ why, day, source })
}

const add = async (
  tx: WriteTx,
  body: Body,
  context: Parameters<typeof takeIn>[1]['actor'],
): Promise<Result<Done>> => {
  const numbers = numbersIn(body)
  if (!numbers.ok) return numbers
  const may = numbers.value.length === 0 ? ok(undefined) : await mayAddNumbers(tx, '')
  if (!may.ok) return may
  const elsewhere = await leadToRecord(tx, numbers.value, body.birth)
  if (elsewhere !== null) return ok(elsewhere)
  const twin = await twinOf(tx, body)
  if (!twin.ok) return twin
  const reason = reasonOf(body)
  if (!reason.ok) return reason
  const person = {
    givenName: body.given_name,
    familyName: body.family_name,
    knownAs: body.known_as,
    dateOfBirth: body.birth,
    sex: body.sex,
    numbers: numbers.value,
    source: context.name,
  }
  const added = await takeIn(tx, { person, reason: reason.value, actor: context })
  if (!added.ok) return added
  return ok({
    to: `/people/${added.value}`,
    said: `${personName(person)} is added. ${body.why === 'admission' ? 'An arrival screen is owed.' : 'A triage is owed.'}`,
    people: [added.value],
  })
}

const NumberFields = ({ form }: Pick<FormContext, 'form'>): Html => (
  <>
    {Object.entries(askedNumbers).map(([name, label]) => (
      <TextInput
        {...form}
        name={name}
        label={`${label}, if it is known`}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
    ))}
  </>
)

const Reasons = ({ form, inPrison }: Pick<FormContext, 'form'> & { readonly inPrison: boolean }): Html => (
  <>
    <Radios
      {...form}
      name="why"
      label="Why they are added"
      items={[
        ...(inPrison ? [{ value: 'admission', text: 'They came into this prison' }] : []),
        { value: 'referral', text: 'They were referred to us, also by themselves' },
      ]}
    />
    <Select
      {...form}
      name="source"
      label="Who referred them, if they were"
      placeholder="Choose"
      items={sources.map((value) => ({ value, text: sourceWords[value] }))}
    />
    <DateInput {...form} name="day" label="On which day" hint="For example, 27 3 2026" />
    {inPrison && (
      <TextInput
        {...form}
        name="time"
        label="At what time they came in, if you know"
        hint="Like 14:30"
        width={5}
      />
    )}
  </>
)

const Questions = ({
  context,
  inPrison,
}: {
  readonly context: FormContext
  readonly inPrison: boolean
}): Html => {
  const { form } = context
  const asked =
    form.errors.some(({ field }) => field === 'somebody_else') ||
    typedValue(form.values, 'somebody_else') !== ''
  return (
    <>
      <TextInput {...form} name="given_name" label="Given name" width={20} autocomplete="off" />
      <TextInput {...form} name="family_name" label="Family name" width={20} autocomplete="off" />
      <TextInput
        {...form}
        name="known_as"
        label="What they like to be called, if something else"
        width={20}
        autocomplete="off"
      />
      <DateInput {...form} name="birth" label="Date of birth" hint="For example, 27 3 1989" />
      <Radios
        {...form}
        name="sex"
        label="Sex"
        inline
        items={Object.entries(sexWords).map(([value, text]) => ({ value, text }))}
      />
      <NumberFields form={form} />
      <Reasons form={form} inPrison={inPrison} />
      {asked && <Checkbox {...form} name="somebody_else" label="This is somebody else" />}
    </>
  )
}

/** Adds somebody by hand, where no feed and no other service has told of them. */
export const newPersonPage = defineForm({
  path: '/people/new',
  may: rolesThatRecord,
  input: z.object({}),
  body: newPersonBody,
  load: async (_, __, { actor, today }) =>
    ok({ today, inPrison: actor.services.some(({ establishment }) => establishment !== null) }),
  audit: { action: 'view_new_person', people: () => [] },
  does: 'add_person',
  initial: ({ today, inPrison }) => ({ ...dayValues('day', today), why: inPrison ? '' : 'referral' }),
  act: (tx, { body, request }) => add(tx, body, request.actor),
  show: ({ inPrison }, context) => (
    <Layout
      shell={context.shell}
      title="Add a person"
      errors={context.form.errors}
      back={{ href: '/people', text: 'Find a person' }}
    >
      <PageHeading title="Add a person" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Form action="/people/new" csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
            <Questions context={context} inPrison={inPrison} />
            <Button text="Add" />
          </Form>
        </div>
      </div>
    </Layout>
  ),
})
