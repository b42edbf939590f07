import { z } from 'zod'
import { personName } from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { definePage, keptFilter } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  DataTable,
  Due,
  dateAndAway,
  dayWords,
  dueWords,
  EmptyState,
  FilterBar,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  PrintButton,
  PrintHeader,
  Select,
} from '../../platform/ui/index.ts'
import { readsHandovers } from '../acting.ts'
import { type HandoverFilter, handoverList, type ListedHandover } from '../queries/handoverList.ts'

const filterWords: Readonly<Record<HandoverFilter, string>> = {
  open: 'Everything not finished',
  incoming: 'Waiting for our answer',
  outgoing: 'Ours, not yet accepted',
  accepted: 'Accepted',
  closed: 'Declined, taken back or closed',
}

const filters = z.object({
  show: z.enum(['open', 'incoming', 'outgoing', 'accepted', 'closed']).catch('open'),
})

const nameOf = (row: ListedHandover): string =>
  personName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as })

interface RowProps {
  readonly row: ListedHandover
  readonly today: Temporal.PlainDate
}

const AnswerDue = ({ due, today }: { readonly due: Temporal.PlainDate } & Pick<RowProps, 'today'>): Html =>
  Temporal.PlainDate.compare(due, today) < 0 ? (
    <span>
      Answer <Due due={due} today={today} />
    </span>
  ) : (
    <span>Answer {dueWords(due, today)}</span>
  )

const toWords = ({ to_name, destination }: ListedHandover): string => to_name ?? destination ?? 'Not known'

const State = ({ row, today }: RowProps): Html => {
  const { answer, sent_at, answer_due, to_name, state } = row
  if (state === 'closed') return <span>Closed</span>
  if (sent_at === null || to_name === null) return <span>Not sent yet</span>
  if (answer === 'accepted')
    return (
      <span>
        {row.treatment_start === null
          ? 'Accepted, treatment not started'
          : `In treatment since ${dayWords(row.treatment_start, today)}`}
      </span>
    )
  if (answer === 'declined') return <span>Declined{row.incoming ? '' : '. Choose another service'}</span>
  if (answer === 'withdrawn') return <span>Taken back</span>
  return (
    <span>
      Sent {dayWords(dayOf(sent_at), today)}, {row.state === 'seen' ? 'seen' : 'not yet seen'}.{' '}
      {answer_due !== null && <AnswerDue due={answer_due} today={today} />}
    </span>
  )
}

const List = ({
  rows,
  today,
}: {
  readonly rows: readonly ListedHandover[]
  readonly today: Temporal.PlainDate
}): Html => (
  <DataTable
    caption="Hand-overs"
    captionHidden
    rows={rows}
    columns={[
      {
        heading: 'Name',
        rowHeading: true,
        cell: (row) => (
          <a class="govuk-link" href={`/handovers/${row.id}`}>
            {nameOf(row)}
            <span class="govuk-visually-hidden">: hand-over to {toWords(row)}</span>
          </a>
        ),
      },
      { heading: 'From', cell: ({ from_name }) => from_name },
      { heading: 'To', cell: toWords },
      {
        heading: 'Leaves or left',
        cell: ({ release }) => (release === null ? 'No date' : dateAndAway(release, today)),
      },
      { heading: 'Where it stands', cell: (row) => <State row={row} today={today} /> },
    ]}
  />
)

/** Hand-overs to us and from us: what waits for an answer stands first. */
export const handoversPage = definePage({
  path: '/handovers',
  may: readsHandovers,
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) }),
  load: async (tx, { page }, request) => {
    const kept = await keptFilter(tx, request, ['show'])
    const { show } = filters.parse({ show: kept.get('show') })
    const services = request.actor.services.map(({ id }) => id)
    return ok({ show, page, rows: await handoverList(tx, services, show, page) })
  },
  audit: { action: 'list_handovers', people: ({ rows }) => rows.map(({ person_id }) => person_id) },
  show: ({ show, page, rows }, { shell, now, today }) => (
    <Layout shell={shell} title="Hand-overs">
      <PageHeading title="Hand-overs">
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} filter={filterWords[show]} />
      <FilterBar
        action="/handovers"
        clear="/handovers?show=open"
        applied={show === 'open' ? [] : [{ text: filterWords[show], off: '/handovers?show=open' }]}
      >
        <Select
          name="show"
          label="Show"
          values={{ show }}
          errors={[]}
          items={Object.entries(filterWords).map(([value, text]) => ({ value, text }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState>
          {show === 'incoming' ? 'Nobody waits for our answer.' : 'No hand-overs here now.'}
        </EmptyState>
      ) : (
        <List rows={rows} today={today} />
      )}
      <Pagination
        page={page}
        total={rows[0]?.total ?? 0}
        href={(to) => addressWith('/handovers', { show, page: String(to) })}
        things="hand-overs"
      />
    </Layout>
  ),
})
