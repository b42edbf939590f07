import { roleWords } from '../../platform/auth/actor.ts'
import { DataTable, type Html, momentWords, Tag } from '../../platform/ui/index.ts'
import { actionWords } from '../action-words.ts'
import type { LoggedEvent } from '../queries/loggedEvents.ts'

const roles: Readonly<Record<string, string>> = roleWords

/** "Recovery worker, Leeds recovery team"; of the service itself, what it ran as. */
export const placeWords = (role: string | null, services: string | null): string =>
  [role === null ? null : (roles[role] ?? role), services].filter(Boolean).join(', ')

const Marks = ({ event }: { readonly event: LoggedEvent }): Html => (
  <>
    {event.outcome !== 'done' && <Tag text="Refused" colour="grey" />}{' '}
    {event.through_glass && <Tag text="Broken glass" colour="red" />}{' '}
    {event.uninvolved && !event.through_glass && <Tag text="Not involved then" colour="orange" />}
  </>
)

const What = ({ event }: { readonly event: LoggedEvent }): Html => (
  <>
    {actionWords(event.action)} <Marks event={event} />
    {event.why !== null && <div class="tc-typed">Why: {event.why}</div>}
  </>
)

interface EventTableProps {
  readonly caption: string
  readonly events: readonly LoggedEvent[]
  readonly today: Temporal.PlainDate
  /** Names of those of the people whom the reader may see; null where all events are about one person. */
  readonly names: ReadonlyMap<string, string> | null
}

const hidden = (count: number): string =>
  count === 1 ? 'somebody you do not work with' : `${count} people you do not work with`

const mostNamed = 8

const About = ({
  event: { people },
  names,
}: {
  readonly event: LoggedEvent
  readonly names: ReadonlyMap<string, string>
}): Html => {
  const known = people.filter((id) => names.has(id))
  const further = known.length - mostNamed
  const rest = people.length - known.length
  return (
    <>
      {known.slice(0, mostNamed).map((id, place) => (
        <>
          {place > 0 && ', '}
          <a class="govuk-link" href={`/people/${id}`}>
            {names.get(id)}
          </a>
        </>
      ))}
      {further > 0 && ` and ${further} more`}
      {rest > 0 && `${known.length > 0 ? ', ' : ''}${hidden(rest)}`}
    </>
  )
}

/** Events of the audit log, newest first. */
export const EventTable = ({ caption, events, today, names }: EventTableProps): Html => (
  <DataTable
    caption={caption}
    rows={events}
    columns={[
      { heading: 'When', cell: ({ at }) => momentWords(at, today), rowHeading: true },
      ...(names === null
        ? [
            {
              heading: 'Who',
              cell: (event: LoggedEvent) => (
                <>
                  {event.staff_name ?? 'The service itself'}
                  <div class="govuk-hint">{placeWords(event.role, event.services)}</div>
                </>
              ),
            },
          ]
        : []),
      { heading: 'What', cell: (event) => <What event={event} /> },
      ...(names === null
        ? []
        : [{ heading: 'Whom', cell: (event: LoggedEvent) => <About event={event} names={names} /> }]),
    ]}
  />
)
