import { prisonsInUse } from '../../directory/index.ts'
import {
  ofPerson,
  PersonForm,
  type PersonHeader,
  personHeader,
  personName,
  rolesThatRecord,
  servingFor,
} from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  choiceField,
  dayField,
  defineForm,
  formOf,
  optionalTextField,
  optionalTimeField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, InsetText, Radios, Select, TextInput } from '../../platform/ui/index.ts'
import { recordMovementByHand } from '../actions/recordMovementByHand.ts'
import { type HandMovement, handMovements, placeOf } from '../by-hand.ts'
import type { Place } from '../model.ts'

const values = Object.keys(handMovements) as readonly HandMovement[]

const body = formOf({
  what: choiceField(values, 'Choose what happened'),
  day: dayField('Enter the day it happened'),
  time: optionalTimeField(),
  establishment: optionalTextField(4),
})

type Held = 'in_custody' | 'at_court' | 'in_hospital' | 'temporary_release' | 'in_transit'

const endings: readonly HandMovement[] = ['release', 'release_unplanned', 'removal', 'death']

/** What can have happened next to somebody held: a return only to who went out. */
const next: Readonly<Record<Held, readonly HandMovement[]>> = {
  in_custody: ['to_court', 'to_hospital', 'temporary_release', 'transfer_out', 'transfer_in', ...endings],
  at_court: ['from_court', 'transfer_in', ...endings],
  in_hospital: ['from_hospital', 'transfer_in', ...endings],
  temporary_release: ['temporary_return', 'transfer_in', ...endings],
  in_transit: ['transfer_in', ...endings],
}

const isHeld = (kind: Place['kind']): kind is Held => kind in next

/** What can have happened to somebody where they are now; a service outside of prison learns of deaths alone. */
const choicesFor = (person: PersonHeader, prisons: readonly Prison[]): readonly HandMovement[] => {
  if (prisons.length === 0) return ['death']
  const { kind } = placeOf(person.place)
  return isHeld(kind) ? next[kind] : ['admission', 'recall', 'death']
}

const changes: Readonly<Record<HandMovement, string>> = {
  admission: 'An arrival screen is owed today.',
  recall: 'What was begun before is taken up again.',
  transfer_in: 'Everything goes on here; nothing was closed.',
  transfer_out: 'Nothing was closed: all of it goes with them.',
  to_court: 'Sessions today are at risk, and court can become release.',
  from_court: 'They are back in custody here, and sessions go on.',
  to_hospital: 'What is owed is paused, and their worker stays the same.',
  from_hospital: 'They are back in custody here, and sessions go on.',
  temporary_release: 'Sessions in that time are at risk.',
  temporary_return: 'They are back in custody here, and sessions go on.',
  removal: 'No follow-up was opened.',
  release: 'The 21 days to treatment are counted from that day.',
  release_unplanned: 'The 21 days to treatment have started, and a call sheet is owed.',
  death: 'Letters, reminders and calls have stopped, and every service that works with them is told.',
}

interface Prison {
  readonly code: string
  readonly name: string
}

/** The prisons where the actor works: of others they know nothing at first hand. */
const prisonsOf = async (tx: ReadTx, actor: Actor): Promise<readonly Prison[]> =>
  (await prisonsInUse(tx)).filter(({ code }) =>
    actor.services.some(({ establishment }) => establishment === code),
  )

/** Records that somebody came in, moved, left or died, where no feed says so. */
export const newMovementPage = defineForm({
  path: '/people/:personId/movements/new',
  may: rolesThatRecord,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({ person: person.value, prisons: await prisonsOf(tx, actor) })
  },
  audit: { action: 'view_new_movement', people: ({ person }) => [person.id] },
  does: 'record_movement',
  initial: ({ prisons }) => ({ establishment: prisons[0]?.code ?? '' }),
  act: async (tx, { input: { personId }, body: given, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const recorded = await recordMovementByHand(tx, {
      ...given,
      person: person.value,
      serviceId: serving.value.id,
      atPrisons: request.actor.services.flatMap(({ establishment }) => establishment ?? []),
    })
    if (!recorded.ok) return recorded
    return ok({
      to: `/people/${personId}`,
      said: `Recorded: ${handMovements[given.what].toLowerCase()}. ${changes[given.what]}`,
      people: [personId],
    })
  },
  show: ({ person, prisons }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Record a move of ${personName(person)}`}
      button="Record"
    >
      <InsetText>
        Where they are now: {person.where}. What you record can be set aside again, and the prison’s own feed
        comes before it.
      </InsetText>
      <Radios
        {...context.form}
        name="what"
        label="What happened"
        items={choicesFor(person, prisons).map((value) => ({ value, text: handMovements[value] }))}
      />
      <DateInput {...context.form} name="day" label="On which day" hint="For example, 27 3 2026" />
      <TextInput
        {...context.form}
        name="time"
        label="At what time, if you know"
        hint="Like 14:30"
        width={5}
      />
      {prisons.length > 0 && (
        <Select
          {...context.form}
          name="establishment"
          label="At which prison, if they came in"
          placeholder="Choose a prison"
          items={prisons.map(({ code, name }) => ({ value: code, text: name }))}
        />
      )}
    </PersonForm>
  ),
})
