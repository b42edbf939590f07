import { z } from 'zod'
import { definePage, keptFilter, type PageContext } from '../../platform/http/index.ts'
import { parseMoment } from '../../platform/moments.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type HeldNumber, heldMessages } from '../queries/heldMessages.ts'
import { type HeldOnRoll, heldRoll } from '../queries/heldRoll.ts'
import { type InboxFilter, type InboxMessage, inboxMessages } from '../queries/inboxMessages.ts'
import { openQuestions, type QuestionRow } from '../queries/openQuestions.ts'
import { type SinceThen, sinceThen } from '../queries/sinceThen.ts'
import { sinceDay, summaryWords } from '../summary.ts'
import { Held, OnRoll, Questions } from './inbox-sections.tsx'
import { inboxTeam, prisonsOf } from './inbox-team.ts'
import { MessageList } from './message-list.tsx'

const pageSize = 50

const readCursor = (text: string): InboxFilter['before'] => {
  const [moment = '', id = ''] = text.split('_')
  const at = parseMoment(moment)
  return at !== null && z.uuid().safeParse(id).success ? { at, id } : null
}

const input = z.object({
  before: z
    .string()
    .catch('')
    .default('')
    .transform((text) => readCursor(text)),
})

interface Model {
  readonly since: SinceThen
  readonly questions: readonly QuestionRow[]
  readonly messages: readonly InboxMessage[]
  readonly further: boolean
  readonly held: readonly HeldNumber[]
  readonly onRoll: readonly HeldOnRoll[]
  readonly sightings: boolean
  readonly later: boolean
  readonly inPrison: boolean
}

const filterOf = ({ sightings }: Model): Readonly<Record<string, string>> => ({
  show: sightings ? 'all' : 'movements',
})

const Pages = ({ model }: { readonly model: Model }): Html => {
  const last = model.messages.at(-1)
  return (
    <nav class="moj-pagination govuk-body" aria-label="More messages">
      {model.later && (
        <>
          <a class="govuk-link" href={addressWith('/feed', filterOf(model))}>
            Newest messages
          </a>{' '}
        </>
      )}
      {model.further && last !== undefined && (
        <a
          class="govuk-link"
          href={addressWith('/feed', { ...filterOf(model), before: `${last.occurred_at}_${last.id}` })}
        >
          Earlier messages
        </a>
      )}
    </nav>
  )
}

const Said = ({ model, today }: { readonly model: Model; readonly today: Temporal.PlainDate }): Html => (
  <section>
    <h2 class="govuk-heading-m">What was said, and what it changed</h2>
    <p class="govuk-body">
      {model.sightings ? 'Everything is shown. ' : 'What only says where somebody was seen is left out. '}
      <a
        class="govuk-link tc-screen-only"
        href={addressWith('/feed', { show: model.sightings ? 'movements' : 'all' })}
      >
        {model.sightings ? 'Leave out where people were only seen' : 'Show that too'}
      </a>
    </p>
    {model.messages.length === 0 ? (
      <EmptyState>Nothing was said.</EmptyState>
    ) : (
      <MessageList messages={model.messages} today={today} />
    )}
    <Pages model={model} />
  </section>
)

const show = (model: Model, { shell, now, today }: PageContext): Html => (
  <Layout shell={shell} title="What the feed said">
    <PageHeading title="What the feed said" caption={shell.account?.role ?? ''}>
      <PrintButton text="Print this page" />
    </PageHeading>
    <PrintHeader shell={shell} now={now} filter="What the feed said" />
    {model.inPrison ? (
      <>
        <p class="govuk-body-l">
          {summaryWords(model.since, dayWords(sinceDay(today), today))} Here is what changed, and what you
          must decide.
        </p>
        <Questions rows={model.questions} today={today} />
        <Said model={model} today={today} />
        <Held rows={model.held} today={today} />
        <OnRoll rows={model.onRoll} today={today} />
      </>
    ) : (
      <EmptyState>None of your services works in a prison, so the feed says nothing to you.</EmptyState>
    )}
  </Layout>
)

/** The inbox: what was told of the people of the reader's prisons, what it changed, and what a human must decide. */
export const inbox = definePage<z.infer<typeof input>, Model>({
  path: '/feed',
  may: inboxTeam,
  audit: {
    action: 'view_feed',
    people: ({ messages, questions }) => [
      ...new Set([...messages, ...questions].flatMap(({ person_id }) => person_id ?? [])),
    ],
  },
  input,
  load: async (tx, { before }, request) => {
    const prisons = prisonsOf(request.actor)
    const sightings = (await keptFilter(tx, request, ['show'])).get('show') === 'all'
    const messages = await inboxMessages(tx, { prisons, sightings, before }, pageSize + 1)
    return ok({
      since: await sinceThen(tx, prisons, sinceDay(request.today)),
      questions: await openQuestions(
        tx,
        prisons,
        request.actor.services.map(({ id }) => id),
      ),
      messages: messages.slice(0, pageSize),
      further: messages.length > pageSize,
      held: await heldMessages(tx, prisons),
      onRoll: await heldRoll(tx, prisons),
      sightings,
      later: before !== null,
      inPrison: prisons.length > 0,
    })
  },
  show,
})
