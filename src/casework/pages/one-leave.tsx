import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Button,
  type Column,
  capitalised,
  DataTable,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type Leave, leaveWith, type MovedDay, movedDays } from '../../workforce/index.ts'
import { servicesOf } from '../person-in-service.ts'
import { type CoveredPerson, coverOf } from '../queries/coverOf.ts'
import { withCaseload } from './caseload.tsx'
import { PersonLink } from './owed-groups.tsx'

interface Model {
  readonly leave: Leave
  readonly moved: readonly MovedDay[]
  readonly people: readonly CoveredPerson[]
}

const state = ({ from_day, returns_on }: Leave, today: Temporal.PlainDate): string => {
  if (returns_on.equals(from_day)) return 'Called off.'
  if (Temporal.PlainDate.compare(returns_on, today) <= 0) return `Back since ${dayWords(returns_on, today)}.`
  const from = Temporal.PlainDate.compare(from_day, today) > 0 ? 'Will be away' : 'Away'
  return `${from} from ${dayWords(from_day, today)}, back on ${dayWords(returns_on, today)}.`
}

/** Whether its day of return can still move, and who may move it. */
export const mayChange = (leave: Leave, { actor, today }: Pick<PageContext, 'actor' | 'today'>): boolean =>
  Temporal.PlainDate.compare(leave.returns_on, today) > 0 &&
  (actor.role === 'team_leader' || actor.staffId === leave.staff_id)

const columns: readonly Column<CoveredPerson>[] = [
  { heading: 'Person', rowHeading: true, cell: (row) => <PersonLink row={row} /> },
  {
    heading: 'Covered by',
    cell: ({ covered_by }) => (covered_by === null ? <strong>Nobody yet</strong> : covered_by),
  },
]

const Moved = ({
  moved,
  today,
}: {
  readonly moved: readonly MovedDay[]
  readonly today: Temporal.PlainDate
}): Html => (
  <ul class="govuk-list govuk-list--bullet">
    {moved.map(({ returned_on, why, by, recorded_at }) => (
      <li>
        Until {momentWords(recorded_at, today)} the day of return was {dayWords(returned_on, today)}.{' '}
        {by ?? 'Somebody'} moved it: {why}
      </li>
    ))}
  </ul>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: PageContext }): Html => {
  const { leave, moved, people } = model
  const title = `Leave of ${leave.full_name}`
  return (
    <Layout shell={context.shell} title={title} back={{ href: '/leave', text: 'Back to leave and cover' }}>
      <PageHeading title={title}>
        <PrintButton text="Print this page" />
      </PageHeading>
      <PrintHeader shell={context.shell} now={context.now} />
      <p class="govuk-body">{capitalised(state(leave, context.today))}</p>
      {moved.length > 0 && <Moved moved={moved} today={context.today} />}
      {mayChange(leave, context) && (
        <div class="tc-no-print">
          <Button text="Name who covers" href={`/leave/${leave.id}/cover`} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/leave/${leave.id}/return`}>
              Move the day of return
            </a>
          </p>
        </div>
      )}
      {people.length === 0 ? (
        <EmptyState>They work with nobody by name.</EmptyState>
      ) : (
        <DataTable caption={`Their people (${people.length})`} columns={columns} rows={people} />
      )}
    </Layout>
  )
}

/** One leave: until when, how that moved, and who covers whom. */
export const oneLeave = definePage({
  path: '/leave/:leaveId',
  may: withCaseload,
  input: z.object({ leaveId: z.uuid() }),
  load: async (tx, { leaveId }, { actor }) => {
    const leave = await leaveWith(tx, leaveId)
    if (leave === undefined) return refused('not_found', 'There is no such leave.')
    const people = await coverOf(tx, leave, servicesOf(actor))
    return ok<Model>({ leave, people, moved: await movedDays(tx, leaveId) })
  },
  audit: {
    action: 'view_one_leave',
    people: ({ people }) => people.map(({ person_id }) => person_id),
    subject: ({ leave }) => leave.id,
  },
  show: (model, context) => <Page model={model} context={context} />,
})
