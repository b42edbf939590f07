import { z } from 'zod'
import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  choiceField,
  defineForm,
  formOf,
  type PageContext,
  type Request,
  textField,
} from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import {
  Button,
  EmptyState,
  Form,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  Radios,
  SummaryList,
  type SummaryRow,
  Textarea,
  timeWords,
} from '../../platform/ui/index.ts'
import { reviewItem } from '../actions/reviewItem.ts'
import { itemWords, oversees, unnamed } from '../item-words.ts'
import { type EventPage, eventsOfPerson, eventsOfStaff } from '../queries/loggedEvents.ts'
import { namesOf } from '../queries/namesOf.ts'
import { type OversightItem, oversightItem } from '../queries/oversightItems.ts'
import { emergencies, type ReviewOutcome, reviewOutcomes, rolesThatReview } from '../rules.ts'
import { EventTable, placeWords } from './event-table.tsx'

const outcomes = Object.keys(reviewOutcomes) as readonly ReviewOutcome[]

interface Model {
  readonly item: OversightItem
  readonly names: ReadonlyMap<string, string>
  readonly events: EventPage['events']
}

/** What was opened: of that person by that member of staff, as far as the reader may read of either. */
const eventsOf = async (tx: ReadTx, item: OversightItem): Promise<EventPage['events']> => {
  const span = {
    since: item.from_at,
    before: (item.closed_at ?? item.to_at).add({ minutes: 1 }),
    what: null,
    page: 1,
  }
  const byStaff = await eventsOfStaff(tx, item.staff_id, span)
  if (item.person_id === null) return byStaff.events
  const { person_id: person } = item
  const ofPerson = await eventsOfPerson(tx, person, span)
  const theirs = [
    ...byStaff.events.filter(({ people }) => people.includes(person)),
    ...ofPerson.events.filter(({ staff_id }) => staff_id === item.staff_id),
  ]
  return [...new Map(theirs.map((event) => [event.id, event])).values()]
}

const load = async (tx: ReadTx, { oversightId }: { oversightId: string }): Promise<Result<Model>> => {
  const item = await oversightItem(tx, oversightId)
  if (!item.ok) return item
  const events = await eventsOf(tx, item.value)
  const people = [...events.flatMap((event) => event.people), item.value.person_id ?? []].flat()
  return ok({ item: item.value, events, names: await namesOf(tx, people) })
}

const rowsOf = (
  { item, names }: Model,
  { today, actor }: Pick<PageContext, 'today' | 'actor'>,
): readonly SummaryRow[] => {
  const name = item.person_id === null ? undefined : names.get(item.person_id)
  return [
    { key: 'Who', value: `${item.staff_name}, ${placeWords(item.role, item.services)}` },
    ...(item.person_id === null ? [] : [{ key: 'Whose record', value: name ?? unnamed(actor) }]),
    { key: 'From', value: momentWords(item.from_at, today) },
    ...(item.closed_at === null ? [] : [{ key: 'Closed', value: timeWords(item.closed_at) }]),
    ...(item.emergency === null ? [] : [{ key: 'Emergency', value: emergencies[item.emergency] }]),
    ...(item.reason === null ? [] : [{ key: 'Why, in their words', value: item.reason }]),
  ]
}

const Found = ({
  item,
  today,
}: {
  readonly item: OversightItem
  readonly today: Temporal.PlainDate
}): Html => (
  <SummaryList
    card="What became of it"
    rows={[
      { key: 'Outcome', value: item.outcome === null ? '' : reviewOutcomes[item.outcome] },
      { key: 'Found', value: item.words ?? '' },
      {
        key: 'Reviewed by',
        value: `${item.reviewed_by ?? ''}, ${item.reviewed_at === null ? '' : momentWords(item.reviewed_at, today)}`,
      },
    ]}
  />
)

const personOf = ({ item }: Model): readonly string[] => (item.person_id === null ? [] : [item.person_id])

const isOwn = ({ item }: Model, { actor }: Pick<Request, 'actor'>): boolean => item.staff_id === actor.staffId

/** Looks at one thing that was surfaced, with all that was opened, and says what became of it. */
export const reviewPage = defineForm({
  path: '/oversight/items/:oversightId',
  may: rolesThatReview,
  input: z.object({ oversightId: z.uuid() }),
  body: formOf({
    outcome: choiceField(outcomes, 'Choose what became of it'),
    words: textField('Say what you found, and what they said', 1000),
  }),
  load,
  audit: { action: 'view_review', people: personOf },
  does: 'review_views',
  act: async (tx, { input: { oversightId: itemId }, body }) => {
    const reviewed = await reviewItem(tx, { itemId, ...body })
    if (!reviewed.ok) return reviewed
    return ok({
      to: '/oversight',
      said: `Reviewed: ${reviewOutcomes[body.outcome].toLowerCase()}.`,
      people: reviewed.value.personId === null ? [] : [reviewed.value.personId],
      subject: itemId,
      why: body.words,
    })
  },
  show: (model, context) => (
    <Layout
      shell={context.shell}
      title="Review what was opened"
      errors={context.form.errors}
      back={{ href: '/oversight', text: 'Back to Oversight' }}
    >
      <PageHeading title={itemWords(model.item)} />
      <SummaryList rows={rowsOf(model, context)} />
      {model.events.length === 0 ? (
        <EmptyState>
          {oversees(context.actor)
            ? 'Nothing was opened that you may read about.'
            : 'What was opened is not shown to an administrator. Ask whoever looked.'}
        </EmptyState>
      ) : (
        <EventTable
          caption="What they opened"
          events={model.events}
          today={context.today}
          names={model.names}
        />
      )}
      {model.item.reviewed_at !== null && <Found item={model.item} today={context.today} />}
      {isOwn(model, context) && <EmptyState>Nobody reviews themself: somebody else does.</EmptyState>}
      {model.item.reviewed_at === null && !isOwn(model, context) && (
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <Radios
            {...context.form}
            name="outcome"
            label="What became of it?"
            items={outcomes.map((value) => ({ value, text: reviewOutcomes[value] }))}
          />
          <Textarea
            {...context.form}
            name="words"
            label="What did you find, and what did they say?"
            rows={4}
          />
          <Button text="Save the review" />
        </Form>
      )}
    </Layout>
  ),
})
