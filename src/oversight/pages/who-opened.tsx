import { ofPerson, PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { EmptyState, PageHeading, PrintButton, PrintHeader } from '../../platform/ui/index.ts'
import { dayAsked, type LogFilter, logFilter, spanOf } from '../log-filter.ts'
import { type EventPage, eventsOfPerson } from '../queries/loggedEvents.ts'
import { rolesThatOversee } from '../rules.ts'
import { EventTable } from './event-table.tsx'
import { LogFilters, LogPages } from './log-filters.tsx'

interface Model {
  readonly person: PersonHeader
  readonly filter: LogFilter
  readonly found: EventPage
}

/** Ten years. */
const lastDays = 3653

/** Who opened this record: every view, list, print, change and refusal, for the leader of a team that works with the person. */
export const whoOpenedPage = definePage({
  path: '/people/:personId/opened',
  may: rolesThatOversee,
  input: ofPerson.and(logFilter),
  load: async (tx, { personId, ...filter }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const span = spanOf(dayAsked(filter), tx.today, lastDays)
    return ok({
      person: person.value,
      filter,
      found: await eventsOfPerson(tx, personId, { ...span, what: filter.what, page: filter.page }),
    })
  },
  audit: { action: 'view_who_opened', people: ({ person }: Model) => [person.id] },
  show: ({ person, filter, found }, { shell, today, now, url }) => (
    <PersonFrame
      shell={shell}
      person={person}
      title={`Who opened the record of ${personName(person)}`}
      back={{ href: `/people/${person.id}/history`, text: 'Back to History' }}
    >
      <PageHeading title="Who opened this record">
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} />
      <LogFilters path={url.pathname} filter={filter} />
      {found.events.length === 0 ? (
        <EmptyState>Nobody did.</EmptyState>
      ) : (
        <EventTable
          caption={`What was done (${found.total})`}
          events={found.events}
          today={today}
          names={null}
        />
      )}
      <LogPages path={url.pathname} filter={filter} total={found.total} />
    </PersonFrame>
  ),
})
