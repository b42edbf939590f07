import { z } from 'zod'
import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  choiceField,
  defineForm,
  type FormContext,
  formOf,
  optionalTextField,
  textField,
} from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { Checkboxes, type Html, InsetText, Radios, Textarea, TextInput } from '../../platform/ui/index.ts'
import { liftRestriction, lockOutStaff, restrictPerson } from '../actions/protectRecord.ts'
import { personName } from '../glance.ts'
import { type PersonHeader, personHeader } from '../queries/personHeader.ts'
import { type Protection, protectionOf, type StaffAround, staffAround } from '../queries/protectionOf.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

const chosen = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== ''),
  z.array(z.uuid({ error: 'Choose from these' })),
)

const why = textField('Say why: it stands in the audit log', 500)

interface Model {
  readonly person: PersonHeader
  readonly protection: Protection
  readonly staff: readonly StaffAround[]
}

const load: Parameters<typeof defineForm<z.infer<typeof ofPerson>, Model, unknown>>[0]['load'] = async (
  tx,
  { personId },
) => {
  const protection = await protectionOf(tx, personId)
  if (!protection.ok) return protection
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  return ok({ person: person.value, protection: protection.value, staff: await staffAround(tx) })
}

/** Holds what was ticked to the boxes that there are. */
const fromTheBoxes = async (
  tx: Pick<ReadTx, 'db'>,
  ticked: readonly string[],
  field: string,
): Promise<Result<void>> => {
  const around = new Set((await staffAround(tx)).map(({ id }) => id))
  return ticked.every((id) => around.has(id)) ? ok(undefined) : refused('invalid', 'Choose from these', field)
}

interface StaffBoxesProps {
  readonly context: FormContext
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly staff: readonly StaffAround[]
}

const StaffBoxes = ({ context, staff, ...boxes }: StaffBoxesProps): Html => (
  <Checkboxes
    {...context.form}
    {...boxes}
    items={staff
      .filter(({ id }) => id !== context.actor.staffId)
      .map(({ id, full_name, service }) => ({ value: id, text: full_name, hint: service }))}
  />
)

/** Names the staff who alone may open a record, or opens it to its teams again. */
export const restrictionPage = defineForm({
  path: '/people/:personId/restriction',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({
    restricted: choiceField(['yes', 'no'], 'Choose whether named staff alone may open this record'),
    ring: optionalTextField(60),
    named: chosen,
    why,
  }),
  load,
  audit: { action: 'view_restriction', people: ({ person }) => [person.id] },
  does: 'change_restriction',
  initial: ({ protection }) => ({
    restricted: protection.ring_number === null ? 'no' : 'yes',
    ring: protection.ring_number ?? '',
    named: [...protection.named],
  }),
  act: async (tx, { input: { personId }, body: { restricted, ring, named, why: reason } }) => {
    if (restricted === 'yes' && ring === null)
      return refused('invalid', 'Enter the number that anybody else is told to ring', 'ring')
    const boxes = await fromTheBoxes(tx, named, 'named')
    if (!boxes.ok) return boxes
    const done =
      restricted === 'yes' && ring !== null
        ? await restrictPerson(tx, { personId, ring, why: reason, named })
        : await liftRestriction(tx, personId)
    if (!done.ok) return done
    return ok({
      to: `/people/${personId}`,
      said:
        restricted === 'yes'
          ? `From now on this record opens to you and ${named.length} named staff alone.`
          : 'The record opens to its teams again.',
      people: [personId],
      why: reason,
    })
  },
  show: ({ person, staff }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Who alone may open the record of ${personName(person)}`}
      button="Save"
    >
      <InsetText>
        Anybody else finds nothing, in lists and in search. Whoever asks with the exact number and date of
        birth is told to ring the number below. Nobody is told why.
      </InsetText>
      <Radios
        {...context.form}
        name="restricted"
        label="Is this record for named staff alone?"
        items={[
          { value: 'yes', text: 'Yes, for you and the staff ticked below' },
          { value: 'no', text: 'No, for its teams as usual' },
        ]}
      />
      <TextInput {...context.form} name="ring" label="Number to ring" hint="Needed where the answer is yes" />
      <StaffBoxes
        context={context}
        staff={staff}
        name="named"
        label="Who may open it beside you?"
        hint="Only they see the record until you change it"
      />
      <Textarea {...context.form} name="why" label="Why?" hint="Stands in the audit log" />
    </PersonForm>
  ),
})

/** Keeps members of staff from one record: a relative, a neighbour, a conflict of interest. */
export const lockOutPage = defineForm({
  path: '/people/:personId/lock-out',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({ members: chosen, why }),
  load,
  audit: { action: 'view_lock_out', people: ({ person }) => [person.id] },
  does: 'change_lock_out',
  initial: ({ protection }) => ({ members: [...protection.locked_out] }),
  act: async (tx, { input: { personId }, body: { members, why: reason } }) => {
    const boxes = await fromTheBoxes(tx, members, 'members')
    if (!boxes.ok) return boxes
    const done = await lockOutStaff(tx, personId, members, reason)
    if (!done.ok) return done
    return ok({
      to: `/people/${personId}`,
      said:
        members.length === 0
          ? 'Nobody is locked out of this record.'
          : `Locked out of this record: ${members.length}.`,
      people: [personId],
      why: reason,
    })
  },
  show: ({ person, staff }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Who may never open the record of ${personName(person)}`}
      button="Save"
    >
      <StaffBoxes
        context={context}
        staff={staff}
        name="members"
        label="Who is locked out?"
        hint="A relative, a neighbour, a conflict of interest. It holds whatever their team or emergency; take a tick off to let them in again"
      />
      <Textarea {...context.form} name="why" label="Why?" hint="Stands in the audit log" />
    </PersonForm>
  ),
})
