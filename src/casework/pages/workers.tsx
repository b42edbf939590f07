import { ofPerson, PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  type Column,
  capitalised,
  DataTable,
  dayWords,
  EmptyState,
  type Html,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type TimeWithWorker, workersHistory } from '../queries/workersHistory.ts'
import { givingBack, recoveryTeam } from '../roles.ts'
import { withCaseload } from './caseload.tsx'

const day = (text: string, today: Temporal.PlainDate): string =>
  dayWords(Temporal.PlainDate.from(text), today)

const WhyEnded = ({ row }: { readonly row: TimeWithWorker }): Html | null => {
  if (row.to_day === null) return null
  const how = row.handed_back ? 'Given back' : 'Ended'
  const who = row.ended_by === null || row.handed_back ? '' : ` by ${row.ended_by}`
  return (
    <div>
      {how}
      {who}: {row.ended_why ?? 'no reason recorded'}
    </div>
  )
}

const Why = ({ row, today }: { readonly row: TimeWithWorker; readonly today: Temporal.PlainDate }): Html => (
  <>
    <div>
      {row.why === null ? 'No reason recorded' : capitalised(row.why)}
      {row.by !== null && `. Allocated by ${row.by}`}
    </div>
    {row.over_limit_why !== null && <div>Past their limit: {row.over_limit_why}</div>}
    {row.complexity.map(({ level, why, day: on, by }) => (
      <div class="tc-duties__why">
        Complexity {level} {day(on, today)}
        {by !== null && `, ${by}`}: {why}
      </div>
    ))}
    {row.covered.map(({ by, from, until }) => (
      <div class="tc-duties__why">
        Covered by {by} from {day(from, today)} until {day(until, today)}
      </div>
    ))}
    <WhyEnded row={row} />
  </>
)

const columns = (today: Temporal.PlainDate): readonly Column<TimeWithWorker>[] => [
  {
    heading: 'Who',
    rowHeading: true,
    cell: ({ worker, as_role, service }) => (
      <>
        {worker}
        <div class="tc-duties__why">
          {roleWords[as_role]}, {service}
        </div>
      </>
    ),
  },
  { heading: 'From', cell: ({ from_day }) => capitalised(dayWords(from_day, today)) },
  {
    heading: 'Until',
    cell: ({ to_day }) => (to_day === null ? 'Now' : capitalised(dayWords(to_day, today))),
  },
  { heading: 'Why', cell: (row) => <Why row={row} today={today} /> },
]

interface Model {
  readonly person: PersonHeader
  readonly rows: readonly TimeWithWorker[]
}

/** What the reader may do here, with where it leads. */
const actionsOf = (
  { person, rows }: Model,
  { role, staffId }: PageContext['actor'],
): readonly { readonly text: string; readonly path: string }[] => {
  const isTheirs = rows.some(({ staff_id, to_day }) => to_day === null && staff_id === staffId)
  return [
    ...(recoveryTeam.includes(role)
      ? [
          { text: 'Allocate a worker', path: 'allocate' },
          { text: 'Change how much work they are', path: 'complexity' },
        ]
      : []),
    ...(isTheirs && givingBack.includes(role) ? [{ text: 'Give back', path: 'hand-back' }] : []),
  ].map(({ text, path }) => ({ text, path: `/people/${person.id}/${path}` }))
}

const Actions = ({
  model,
  context,
}: {
  readonly model: Model
  readonly context: PageContext
}): Html | null => {
  const actions = actionsOf(model, context.actor)
  return actions.length === 0 ? null : (
    <p class="govuk-body tc-no-print">
      {actions.map(({ text, path }, index) => (
        <>
          {index > 0 && ' · '}
          <a class="govuk-link" href={path}>
            {text}
          </a>
        </>
      ))}
    </p>
  )
}

/** Who worked with somebody, from when to when, and why. */
export const workersPage = definePage({
  path: '/people/:personId/workers',
  may: withCaseload,
  input: ofPerson,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    return person.ok ? ok<Model>({ person: person.value, rows: await workersHistory(tx, personId) }) : person
  },
  audit: { action: 'view_workers', people: ({ person }) => [person.id] },
  show: (model, context) => {
    const { person, rows } = model
    const title = `Who worked with ${personName(person)}`
    return (
      <PersonFrame shell={context.shell} person={person} title={title}>
        <PageHeading title={title}>
          <PrintButton text="Print this page" />
        </PageHeading>
        <PrintHeader shell={context.shell} now={context.now} />
        <Actions model={model} context={context} />
        {rows.length === 0 ? (
          <EmptyState>Nobody has been named for them yet.</EmptyState>
        ) : (
          <DataTable caption={title} captionHidden columns={columns(context.today)} rows={rows} />
        )}
      </PersonFrame>
    )
  },
})
