import { z } from 'zod'
import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import { defineForm, type FormContext, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  capitalised,
  dateWords,
  dayWords,
  EmptyState,
  type Html,
  InsetText,
  Radios,
  TextInput,
} from '../../platform/ui/index.ts'
import { allocateWorker } from '../actions/allocateWorker.ts'
import { loadWords } from '../caseload-view.ts'
import { complexityWords, levelOf } from '../complexity.ts'
import { choicesOf } from '../fields.ts'
import { type PersonInService, personInService } from '../person-in-service.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { peopleToAllocate } from '../queries/toAllocate.ts'
import { type WorkerNow, workersNow } from '../queries/workersNow.ts'
import { returnTo } from '../return-to.ts'
import { recoveryTeam, wholeTeam } from '../roles.ts'
import { candidatesIn, type Proposal, propose } from '../suggested.ts'

const choice = (load: WorkerLoad, today: Temporal.PlainDate) => ({
  value: load.staff_id,
  text: load.full_name,
  hint: [
    `${roleWords[load.role]}, ${loadWords(load)}`,
    ...(load.covering > 0 ? [`covers ${load.covering} more`] : []),
    ...(load.away_until === null ? [] : [`away until ${dayWords(load.away_until, today)}`]),
  ].join(', '),
})

const nowWords = (now: readonly WorkerNow[], today: Temporal.PlainDate): string =>
  now
    .map(
      ({ full_name, as_role, from_day }) =>
        `${full_name} (${roleWords[as_role].toLowerCase()}) since ${dateWords(from_day, today)}`,
    )
    .join('; ')

interface Model extends PersonInService {
  readonly workers: readonly WorkerLoad[]
  readonly now: readonly WorkerNow[]
  /** Null where somebody may not read what it is made of. */
  readonly proposal: Proposal | null
  readonly today: Temporal.PlainDate
}

const proposalFor = async (
  tx: Parameters<typeof peopleToAllocate>[0],
  { person, service }: PersonInService,
  workers: readonly WorkerLoad[],
): Promise<Proposal | null> => {
  const [row] = await peopleToAllocate(tx, service.id, [person.id])
  return row === undefined ? null : propose(row, candidatesIn(workers, service.id), tx.today)
}

const Complexity = ({
  proposal,
  context,
}: {
  readonly proposal: Proposal
  readonly context: FormContext
}): Html => (
  <>
    <Radios
      {...context.form}
      name="complexity"
      label="How much work are they?"
      hint={`Suggested: ${proposal.suggested}, because: ${proposal.complexityWhy}`}
      items={choicesOf({ '1': complexityWords[1], '2': complexityWords[2], '3': complexityWords[3] })}
    />
    <TextInput {...context.form} name="complexity_why" label="Why, where it is not as suggested (optional)" />
  </>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const { person, service, workers, now, today, proposal } = model
  return (
    <PersonForm
      person={person}
      context={context}
      title={`Allocate a worker to ${personName(person)}`}
      button="Allocate"
    >
      {now.length > 0 && <InsetText>Now: {nowWords(now, today)}.</InsetText>}
      {proposal !== null && (
        <p class="govuk-body">
          Recommended: {proposal.words}.{' '}
          <a class="govuk-link" href={`/people/${person.id}/workers`}>
            Who worked with them, and why
          </a>
        </p>
      )}
      {workers.length === 0 && <EmptyState>Nobody works in {service.name} today.</EmptyState>}
      <Radios
        {...context.form}
        name="worker"
        label={`Who in ${service.name}?`}
        hint="Workers first, and of them who carries least"
        items={workers.map((load) => choice(load, today))}
      />
      {proposal !== null && recoveryTeam.includes(context.actor.role) && (
        <Complexity proposal={proposal} context={context} />
      )}
      {now.length > 0 && (
        <TextInput
          {...context.form}
          name="why"
          label="Why does the worker until now end?"
          hint="Needed where somebody in the same role is replaced"
        />
      )}
      <TextInput
        {...context.form}
        name="over"
        label="If this takes them over their limit, why all the same?"
        hint="Needed only then; it is kept"
      />
    </PersonForm>
  )
}

/** Names the worker of somebody in the actor's service: recommended, with what each carries, and kept with why. */
export const allocate = defineForm({
  path: '/people/:personId/allocate',
  may: wholeTeam,
  input: ofPerson,
  body: formOf({
    worker: z.uuid({ error: 'Choose a worker' }),
    complexity: z.enum(['1', '2', '3']).optional().catch(undefined),
    complexity_why: optionalTextField(300),
    why: optionalTextField(300),
    over: optionalTextField(300),
  }),
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const { service } = about.value
    const workers = await teamLoad(tx, [service.id])
    const proposal = await proposalFor(tx, about.value, workers)
    return ok<Model>({
      ...about.value,
      today,
      workers,
      proposal,
      now: await workersNow(tx, personId, service.id),
    })
  },
  initial: ({ proposal, now }) => ({
    complexity: `${proposal?.level ?? 1}`,
    ...(now.length === 0 && proposal !== null && proposal.worker !== null
      ? { worker: proposal.worker.staffId }
      : {}),
  }),
  audit: { action: 'view_allocate', people: ({ person }) => [person.id] },
  does: 'allocate_worker',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, service, by } = about.value
    const workers = await teamLoad(tx, [service.id])
    const proposal = await proposalFor(tx, about.value, workers)
    const weighs = proposal !== null && recoveryTeam.includes(request.actor.role)
    const allocated = await allocateWorker(tx, {
      personId,
      by,
      day: tx.today,
      worker: body.worker,
      why: body.why,
      overLimitWhy: body.over,
      because: proposal?.worker?.staffId === body.worker ? proposal.words : 'chosen by hand',
      complexity: weighs
        ? {
            level: body.complexity === undefined ? proposal.level : levelOf(Number(body.complexity)),
            suggested: proposal.suggested,
            why: body.complexity_why ?? proposal.complexityWhy,
          }
        : null,
    })
    if (!allocated.ok) return allocated
    const worker = workers.find(({ staff_id }) => staff_id === body.worker)?.full_name ?? 'A worker'
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: capitalised(`${worker} works with ${personName(person)} from today.`),
      people: [personId],
      subject: allocated.value,
    })
  },
  show: (model, context) => <Page model={model} context={context} />,
})
