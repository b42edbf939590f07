import { z } from 'zod'
import { personName } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import { defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { dateWords, EmptyState, InsetText, Radios, TextInput } from '../../platform/ui/index.ts'
import { allocateWorker } from '../actions/allocateWorker.ts'
import { personInService } from '../person-in-service.ts'
import { type WorkerNow, workersNow } from '../queries/workersNow.ts'
import { type WorkerLoad, workersOf } from '../queries/workersOf.ts'
import { returnTo } from '../return-to.ts'
import { ofPerson, PersonForm, wholeTeam } from './person-form.tsx'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

const choice = ({ staff_id, full_name, role, people: load }: WorkerLoad) => ({
  value: staff_id,
  text: full_name,
  hint: `${roleWords[role]}, works with ${people(load)} now`,
})

const nowWords = (now: readonly WorkerNow[], today: Temporal.PlainDate): string =>
  now
    .map(
      ({ full_name, as_role, from_day }) =>
        `${full_name} (${roleWords[as_role].toLowerCase()}) since ${dateWords(from_day, today)}`,
    )
    .join('; ')

/** Names the worker of somebody in the actor's service, with how many people each works with now. */
export const allocate = defineForm({
  path: '/people/:personId/allocate',
  may: wholeTeam,
  input: ofPerson,
  body: formOf({ worker: z.uuid({ error: 'Choose a worker' }), why: optionalTextField(300) }),
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const { service } = about.value
    return ok({
      ...about.value,
      today,
      workers: await workersOf(tx, service.id),
      now: await workersNow(tx, personId, service.id),
    })
  },
  audit: { action: 'view_allocate', people: ({ person }) => [person.id] },
  does: 'allocate_worker',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, service, by } = about.value
    const allocated = await allocateWorker(tx, { personId, by, day: tx.today, ...body })
    if (!allocated.ok) return allocated
    const now = await workersNow(tx, personId, service.id)
    const worker = now.find(({ staff_id }) => staff_id === body.worker)?.full_name ?? 'A worker'
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `${worker} works with ${personName(person)} from today.`,
      people: [personId],
      subject: allocated.value,
    })
  },
  show: ({ person, service, workers, now, today }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Allocate a worker to ${personName(person)}`}
      button="Allocate"
    >
      {now.length > 0 && <InsetText>Now: {nowWords(now, today)}.</InsetText>}
      {workers.length === 0 && <EmptyState>Nobody works in {service.name} today.</EmptyState>}
      <Radios
        {...context.form}
        name="worker"
        label={`Who in ${service.name}?`}
        hint="Workers first, and of them who works with the fewest people"
        items={workers.map(choice)}
      />
      {now.length > 0 && (
        <TextInput
          {...context.form}
          name="why"
          label="Why does the worker until now end?"
          hint="Needed where somebody in the same role is replaced"
        />
      )}
    </PersonForm>
  ),
})
