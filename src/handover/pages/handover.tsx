import { z } from 'zod'
import { PersonFrame, personName } from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  Details,
  dayWords,
  Form,
  type Html,
  InsetText,
  Messages,
  momentWords,
  PageHeading,
  PrintButton,
  PrintHeader,
  SummaryList,
  Textarea,
  Typed,
  WarningText,
} from '../../platform/ui/index.ts'
import { basisWords } from '../../sharing/index.ts'
import { readsHandovers, takesPart } from '../acting.ts'
import { notForThisRole, reachOf, readersWords } from '../clinical-reach.ts'
import { alwaysGoes, type Offer } from '../model.ts'
import { clinicalReaders } from '../queries/clinicalReaders.ts'
import type { HandoverView } from '../queries/handoverView.ts'
import { handoverView } from '../queries/handoverView.ts'
import { type HandoverMessage, messages } from '../queries/messages.ts'
import { type SharedParts, sharedParts } from '../queries/sharedParts.ts'
import { treatmentSince } from '../queries/treatmentSince.ts'
import { stateWords } from '../state-words.ts'
import { NextSteps } from './next-steps.tsx'
import { seenFirst } from './seen-first.ts'
import { TaskList } from './steps.tsx'
import { LeftOut, Shared } from './what-they-read.tsx'

interface Model extends HandoverView {
  readonly said: readonly HandoverMessage[]
  readonly shared: SharedParts | null
  readonly readers: string | undefined
  readonly startedOn: Temporal.PlainDate | null
}

interface Shown {
  readonly model: Model
  readonly context: PageContext
}

/** What always goes, and what was ticked. */
const goesWith = ({ parts }: Offer) => [...new Set([...alwaysGoes, ...parts])]

const isOut = (offer: Offer | undefined): offer is Offer =>
  offer !== undefined && (offer.answer === null || offer.answer === 'accepted')

/** Two equal buttons: accepting is done here and now, declining asks why. */
const AcceptOrDecline = ({ model, context }: Shown): Html => (
  <Form
    action={`/handovers/${model.handover.id}/accept`}
    csrf={context.shell.csrf}
    idempotencyKey={context.ids.next()}
  >
    <div class="govuk-button-group">
      <Button text="Accept" about={`the hand-over of ${personName(model.person)}`} />
      <Button
        text="Decline"
        href={`/handovers/${model.handover.id}/decline`}
        about={`the hand-over of ${personName(model.person)}`}
      />
    </div>
  </Form>
)

const Asked = ({ offer, today }: { readonly offer: Offer; readonly today: Temporal.PlainDate }): Html => (
  <SummaryList
    rows={[
      { key: 'From', value: [offer.sentBy, offer.fromName].filter(Boolean).join(', ') },
      { key: 'To', value: offer.toName },
      { key: 'Sent', value: momentWords(offer.sentAt, today) },
      { key: 'They ask', value: <Typed text={offer.ask ?? 'Please take over their care.'} /> },
      {
        key: 'On what basis',
        value: [basisWords[offer.basis], offer.basisReason].filter(Boolean).join(': '),
      },
      ...(offer.words === null ? [] : [{ key: 'Answer', value: <Typed text={offer.words} /> }]),
    ]}
  />
)

const Said = ({ model, context }: Shown): Html => (
  <section aria-labelledby="messages">
    <h2 class="govuk-heading-m" id="messages">
      Messages
    </h2>
    {model.said.length === 0 ? (
      <p class="govuk-body">Nothing has been written yet.</p>
    ) : (
      <Messages
        label="Messages between the two services"
        today={context.today}
        items={model.said.map(({ id, from, fromService, at, words }) => ({
          id,
          from,
          at,
          text: words,
          mine: context.actor.services.some((service) => service.id === fromService),
        }))}
      />
    )}
    {takesPart.includes(context.actor.role) && isOut(model.offers[0]) && (
      <Form
        action={`/handovers/${model.handover.id}/message`}
        csrf={context.shell.csrf}
        idempotencyKey={context.ids.next()}
      >
        <Textarea
          name="words"
          label="Write to the other service"
          labelSize="s"
          rows={3}
          values={{}}
          errors={[]}
        />
        <Button text="Send message" kind="secondary" />
      </Form>
    )}
  </section>
)

const Earlier = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }) =>
  model.offers.length < 2 ? null : (
    <Details summary="Who was asked before">
      <ul class="govuk-list govuk-list--bullet">
        {model.offers.slice(1).map((offer) => (
          <li>
            {stateWords({ ...model.standing, state: 'declined', offer, preparedFor: null }, today)} Sent{' '}
            {dayWords(dayOf(offer.sentAt), today)}.
          </li>
        ))}
      </ul>
    </Details>
  )

const WhatGoes = ({ model }: { readonly model: Model }): Html | null => {
  const [offer] = model.offers
  if (model.shared === null || offer === undefined) return null
  return (
    <section aria-labelledby="goes">
      <h2 class="govuk-heading-m" id="goes">
        What goes with it
      </h2>
      <Shared parts={model.shared} classes={goesWith(offer)} readers={model.readers} />
      <LeftOut classes={goesWith(offer)} />
    </section>
  )
}

const mayPrepare = (model: Model, context: PageContext): boolean =>
  !model.receives &&
  takesPart.includes(context.actor.role) &&
  context.actor.role !== 'community_worker' &&
  ['open', 'declined'].includes(model.handover.state)

const Body = ({ model, context }: Shown): Html => {
  const [offer] = model.offers
  const asked = model.receives && offer !== undefined && offer.answer === null
  const died = model.person.dateOfDeath !== null
  return (
    <>
      <InsetText>{stateWords(model.standing, context.today)}</InsetText>
      {died && (
        <WarningText>
          {personName(model.person)} has died. Nothing more is owed here, and nobody is to ring.
        </WarningText>
      )}
      {offer !== undefined && <Asked offer={offer} today={context.today} />}
      {asked && !died && takesPart.includes(context.actor.role) && (
        <AcceptOrDecline model={model} context={context} />
      )}
      {!died && <NextSteps view={model} startedOn={model.startedOn} context={context} />}
      {!died && mayPrepare(model, context) && <TaskList view={model} />}
      <Earlier model={model} today={context.today} />
      <WhatGoes model={model} />
      {model.offers.length > 0 && <Said model={model} context={context} />}
    </>
  )
}

/** What went with the newest sending, and who reads its clinical part: row security decides for whoever received it. */
const goneWith = async (
  tx: ReadTx,
  { offers: [offer], person, receives }: HandoverView,
  role: StaffRole,
): Promise<Pick<Model, 'shared' | 'readers'>> => {
  if (offer === undefined) return { shared: null, readers: undefined }
  const parts = goesWith(offer)
  if (receives)
    return {
      shared: await sharedParts(tx, person.id, parts),
      readers: role === 'clinical' ? undefined : notForThisRole,
    }
  const readers = await clinicalReaders(tx, offer)
  return {
    shared: await sharedParts(tx, person.id, parts, reachOf(readers)),
    readers: readersWords(readers, role),
  }
}

const page = definePage<{ handoverId: string }, Model>({
  path: '/handovers/:handoverId',
  may: readsHandovers,
  input: z.object({ handoverId: z.uuid() }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await handoverView(tx, handoverId, actor)
    if (!view.ok) return view
    const [offer] = view.value.offers
    const { id } = view.value.person
    return ok({
      ...view.value,
      said: await messages(tx, handoverId),
      ...(await goneWith(tx, view.value, actor.role)),
      startedOn: offer?.answer === 'accepted' ? await treatmentSince(tx, id, offer.toService) : null,
    })
  },
  audit: {
    action: 'view_handover',
    people: ({ person }) => [person.id],
    subject: ({ handover }) => handover.id,
  },
  show: (model, context) => {
    const title = `Hand-over of ${personName(model.person)}`
    return (
      <PersonFrame
        shell={context.shell}
        person={model.person}
        title={title}
        back={{ href: '/handovers', text: 'All hand-overs' }}
      >
        <PageHeading title={title}>
          <PrintButton text="Print" />
        </PageHeading>
        <PrintHeader shell={context.shell} now={context.now} />
        <Body model={model} context={context} />
      </PersonFrame>
    )
  },
})

/** One hand-over, for both sides; the receiving service's first opening is written down as seen. */
export const handoverPage = seenFirst(page)
