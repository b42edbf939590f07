import { z } from 'zod'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { EmptyState, Layout, PageHeading, PrintButton, PrintHeader } from '../../platform/ui/index.ts'
import { dayAsked, type LogFilter, logFilter, spanOf } from '../log-filter.ts'
import { type EventPage, eventsOfStaff } from '../queries/loggedEvents.ts'
import { namesOf } from '../queries/namesOf.ts'
import { memberOfTeam, type TeamMember } from '../queries/staffOfTeam.ts'
import { rolesThatOversee } from '../rules.ts'
import { EventTable } from './event-table.tsx'
import { LogFilters, LogPages } from './log-filters.tsx'

interface Model {
  readonly member: TeamMember
  readonly filter: LogFilter
  readonly found: EventPage
  readonly names: ReadonlyMap<string, string>
}

const lastDays = 28

/** What a member of the team opened, listed and changed for it; people of other teams are not named. */
export const staffLogPage = definePage({
  path: '/oversight/staff/:staffId',
  may: rolesThatOversee,
  input: z.object({ staffId: z.uuid() }).and(logFilter),
  load: async (tx, { staffId, ...filter }, { actor }) => {
    const member = await memberOfTeam(tx, actor, staffId)
    if (member === undefined) return refused('not_found', 'There is no such member of your team.')
    const span = spanOf(dayAsked(filter), tx.today, lastDays)
    const found = await eventsOfStaff(tx, staffId, { ...span, what: filter.what, page: filter.page })
    const names = await namesOf(
      tx,
      found.events.flatMap(({ people }) => people),
    )
    return ok({ member, filter, found, names })
  },
  audit: {
    action: 'view_staff_log',
    people: ({ names }: Model) => [...names.keys()],
    subject: ({ member }: Model) => member.id,
  },
  show: ({ member, filter, found, names }, { shell, today, now, url }) => (
    <Layout
      shell={shell}
      title={`What ${member.full_name} opened`}
      back={{ href: '/oversight', text: 'Back to Oversight' }}
    >
      <PageHeading title={`What ${member.full_name} opened`} caption={roleWords[member.role]}>
        <PrintButton text="Print this list" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} />
      <LogFilters path={url.pathname} filter={filter} />
      {found.events.length === 0 ? (
        <EmptyState>
          {dayAsked(filter) === null ? `Nothing in the last ${lastDays} days.` : 'Nothing on that day.'}
        </EmptyState>
      ) : (
        <EventTable
          caption={`What they did (${found.total})${dayAsked(filter) === null ? `, last ${lastDays} days` : ''}`}
          events={found.events}
          today={today}
          names={names}
        />
      )}
      <LogPages path={url.pathname} filter={filter} total={found.total} />
    </Layout>
  ),
})
