import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf } from '../../platform/http/fields.ts'
import { defineForm, type FormContext } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { dayWords, type Html, InsetText, SummaryList, WarningText } from '../../platform/ui/index.ts'
import { agreedAtTriage, type Standing, standingFor } from '../../sharing/index.ts'
import { handsOver } from '../acting.ts'
import { sendHandover } from '../actions/sendHandover.ts'
import { reachOf, readersWords } from '../clinical-reach.ts'
import { alwaysGoes, type DraftBasis } from '../model.ts'
import { clinicalReaders } from '../queries/clinicalReaders.ts'
import type { HandoverView } from '../queries/handoverView.ts'
import { type ReceivingService, receivingServices } from '../queries/receivingServices.ts'
import { senderView } from '../queries/senderView.ts'
import { sharedParts } from '../queries/sharedParts.ts'
import { covering, faultOfStanding, registeredWords } from '../registered.ts'
import { faultOfBasis, faultOfPart, partsOf } from '../rules.ts'
import { openWords } from '../service-words.ts'
import { PersonPage } from './person-page.tsx'
import { type StepId, stepAddress, stepCaption } from './steps.tsx'
import { LeftOut, Shared } from './what-they-read.tsx'

const draftBasisWords: Readonly<Record<DraftBasis, string>> = {
  registered: 'As recorded',
  agreed_at_triage: 'They agreed at triage',
  agreed_now: 'They agree now',
  direct_care: 'Direct care',
  vital_interests: 'To protect a life',
  public_task: 'Public task',
  none: 'None: nothing may be sent',
}

interface Known {
  readonly agreed: boolean
  readonly standing: readonly Standing[]
  readonly today: Temporal.PlainDate
}

/** What is still missing before it can be sent, and the step that says it. */
const missing = (
  view: HandoverView,
  { agreed, standing, today }: Known,
  role: FormContext['actor']['role'],
) => {
  const { draft } = view
  const found: { readonly step: StepId; readonly words: string }[] = []
  if (draft.toService === null) found.push({ step: 'to-whom', words: 'Choose a service' })
  if (draft.parts === null) found.push({ step: 'what-goes', words: 'Say what goes with it' })
  const fault = faultOfBasis(draft.basis, draft.basisReason, agreed)
  if (fault !== null) found.push({ step: 'basis', words: fault })
  const fallen = faultOfStanding(draft, standing, today)
  if (fallen !== null) found.push({ step: 'basis', words: fallen })
  for (const part of draft.parts ?? []) {
    const wrong = faultOfPart(part, draft.basis, role)
    if (wrong !== null) found.push({ step: 'what-goes', words: wrong })
  }
  return found
}

const Missing = ({
  found,
  id,
}: {
  readonly found: ReturnType<typeof missing>
  readonly id: string
}): Html => (
  <InsetText>
    <p class="govuk-body">Before it can be sent:</p>
    <ul class="govuk-list govuk-list--bullet">
      {found.map(({ step, words }) => (
        <li>
          <a class="govuk-link" href={stepAddress(id, step)}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </InsetText>
)

/** How they come themselves, where nothing may be sent: to read out or to print for them. */
const ComeThemselves = ({
  name,
  service,
}: {
  readonly name: string
  readonly service: ReceivingService | undefined
}) => (
  <section aria-labelledby="themselves">
    <h2 class="govuk-heading-m" id="themselves">
      Tell {name} how to come themselves
    </h2>
    {service === undefined ? (
      <p class="govuk-body">
        Choose the service for where they will live, and this page says how to reach it.
      </p>
    ) : (
      <SummaryList
        rows={[
          { key: 'Service', value: service.name },
          { key: 'Where', value: service.town ?? service.area ?? 'Ask by phone' },
          { key: 'Phone', value: service.phone ?? 'Not known' },
          { key: 'Open', value: openWords(service.openWeekdays) },
        ]}
      />
    )}
  </section>
)

const basisOf = (
  { draft }: HandoverView,
  standing: readonly Standing[],
  today: Temporal.PlainDate,
): string => {
  if (draft.basis === null) return 'Not said yet'
  const known = draft.basis === 'registered' ? covering(standing, draft.parts ?? [], today) : undefined
  const words = known === undefined ? draftBasisWords[draft.basis] : registeredWords(known)
  return [words, draft.basisReason].filter((each) => each !== null).join(': ')
}

const Answers = ({ view, basis }: { readonly view: HandoverView; readonly basis: string }): Html => {
  const { draft, handover } = view
  const change = (step: StepId, about: string) => ({
    text: 'Change',
    href: stepAddress(handover.id, step),
    about,
  })
  const parts = draft.parts ?? []
  return (
    <SummaryList
      rows={[
        { key: 'To', value: draft.toName ?? 'No service yet', action: change('to-whom', 'to whom') },
        {
          key: 'They will live in',
          value: handover.destination ?? 'Not known',
          action: change('to-whom', 'where'),
        },
        {
          key: 'Goes with it',
          value: [
            'Who they are, how to reach them, safety flags, release plan',
            ...(parts.includes('recovery') ? ['recovery records'] : []),
            ...(parts.includes('clinical') ? ['medicines and clinical notes'] : []),
          ].join('; '),
          action: change('what-goes', 'what goes with it'),
        },
        {
          key: 'You ask',
          value: draft.ask ?? 'Nothing in particular',
          action: change('what-goes', 'what you ask'),
        },
        {
          key: 'Basis',
          value: basis,
          action: change('basis', 'the basis'),
        },
      ]}
    />
  )
}

/** The service that has it and has not answered, where nothing new is being prepared; null where none has. */
const waitsWith = ({ draft, offers: [newest] }: Pick<HandoverView, 'draft' | 'offers'>): string | null =>
  draft.toService === null && newest !== undefined && newest.answer === null ? newest.toName : null

/** Step 4: check, then send. */
export const checkStep = defineForm({
  path: '/handovers/:handoverId/check',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({}),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await senderView(tx, handoverId, actor)
    if (!view.ok) return view
    const { person, draft, handover } = view.value
    const classes = draft.parts === null ? alwaysGoes : partsOf(draft.parts)
    const agreed = (await agreedAtTriage(tx, person.id)) !== null
    const standing = draft.toService === null ? [] : await standingFor(tx, person.id, draft.toService)
    const basis =
      draft.basis === 'registered' ? covering(standing, draft.parts ?? [], tx.today)?.basis : draft.basis
    const readers = await clinicalReaders(tx, { ...draft, basis: basis ?? null })
    const services = draft.basis === 'none' ? await receivingServices(tx, handover.destination) : []
    return ok({
      ...view.value,
      classes,
      found: missing(view.value, { agreed, standing, today: tx.today }, actor.role),
      basis: basisOf(view.value, standing, tx.today),
      service: services.find(({ id }) => id === draft.toService) ?? services[0],
      readers,
      shared: await sharedParts(tx, person.id, classes, reachOf(readers)),
    })
  },
  audit: { action: 'view_handover_check', people: ({ person }) => [person.id] },
  does: 'send_handover',
  versioned: ({ person, draft }) => ({
    version: draft.version,
    what: `The hand-over of ${personName(person)}`,
    labels: {},
  }),
  act: async (tx, { input: { handoverId }, version, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, draft } = view.value
    const waits = waitsWith(view.value)
    if (waits !== null) return refused('invalid', `It was sent to ${waits} already`)
    if (draft.toService === null) return refused('invalid', 'Choose a service first')
    if (version !== draft.version)
      return refused('conflict', 'A colleague has changed this hand-over meanwhile. Check it again')
    const sent = await sendHandover(tx, {
      handoverId,
      by,
      role: request.actor.role,
      toServiceId: draft.toService,
      parts: draft.parts ?? [],
      basis: draft.basis,
      basisReason: draft.basisReason,
      ask: draft.ask,
    })
    if (!sent.ok) return sent
    const until = dayWords(sent.value.answerDue, tx.today)
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Sent to ${sent.value.toName}. They can see it now, and have until ${until} to answer.`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, draft, found, basis, classes, shared, readers, service, ...view }, context) => {
    const name = personName(person)
    const whole = { person, handover, draft, ...view }
    const waits = waitsWith(whole)
    if (waits !== null)
      return (
        <PersonPage
          person={person}
          context={context}
          title={`The hand-over of ${name} has been sent`}
          back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
        >
          <InsetText>It is with {waits}, who have not answered yet. There is nothing more to send.</InsetText>
        </PersonPage>
      )
    return (
      <PersonForm
        person={person}
        context={context}
        title={`Check and send the hand-over of ${name}`}
        caption={stepCaption('check')}
        button={draft.toName === null ? 'Send' : `Send to ${draft.toName}`}
        version={draft.version}
        back={{ href: stepAddress(handover.id, 'basis'), text: 'Back to the basis' }}
        above={
          <>
            {found.length > 0 && <Missing found={found} id={handover.id} />}
            {draft.basis === 'none' && <ComeThemselves name={name} service={service} />}
          </>
        }
      >
        <Answers view={whole} basis={basis} />
        <h2 class="govuk-heading-m">As they will read it</h2>
        <Shared parts={shared} classes={classes} readers={readersWords(readers, context.actor.role)} />
        <LeftOut classes={classes} />
        {found.length === 0 && (
          <WarningText>From the moment you send it, {draft.toName} sees this.</WarningText>
        )}
      </PersonForm>
    )
  },
})
