import { roleWords } from '../../platform/auth/actor.ts'
import { type Column, DataTable, Due, dayWords, EmptyState, type Html } from '../../platform/ui/index.ts'
import { isPastLimit } from '../capacity.ts'
import { obligationLink } from '../obligation-links.ts'
import type { WorkerLoad } from '../queries/teamLoad.ts'
import type { OverdueByStandard } from '../queries/teamOverview.ts'
import type { ToAllocate } from '../queries/toAllocate.ts'
import { candidatesIn, propose } from '../suggested.ts'
import { standardWords } from '../today-view.ts'
import { nameOf, PersonLink } from './owed-groups.tsx'

/** Of those without a worker, how many stand on the team's page; all are behind it. */
const shown = 10

interface UnallocatedProps {
  readonly rows: readonly ToAllocate[]
  readonly workers: readonly WorkerLoad[]
  readonly today: Temporal.PlainDate
}

const waitingColumns = ({ workers, today }: UnallocatedProps): readonly Column<ToAllocate>[] => [
  { heading: 'Who', cell: (row) => <PersonLink row={row} />, rowHeading: true },
  { heading: 'Since', cell: ({ opens_on }) => (opens_on === null ? '' : dayWords(opens_on, today)) },
  {
    heading: 'Due',
    cell: ({ due_on }) => (due_on === null ? 'No day set' : <Due due={due_on} today={today} />),
  },
  {
    heading: 'Recommended',
    cell: (row) => propose(row, candidatesIn(workers, row.service_id), today).words,
  },
  {
    heading: 'To do',
    headingHidden: true,
    cell: (row) => (
      <a
        class="govuk-link"
        href={`${obligationLink('allocated_worker').path(row.person_id, null)}?from=team`}
      >
        Choose worker<span class="govuk-visually-hidden"> for {nameOf(row)}</span>
      </a>
    ),
  },
]

/** Who waits for a worker, the longest due first, with who is recommended. */
export const Unallocated = (props: UnallocatedProps): Html => {
  const total = props.rows[0]?.total ?? 0
  if (total === 0) return <EmptyState>Everybody who was taken on has a worker.</EmptyState>
  return (
    <>
      <DataTable
        caption={`Without a worker (${total})`}
        rows={props.rows.slice(0, shown)}
        columns={waitingColumns(props)}
      />
      <p class="govuk-body tc-no-print">
        <a class="govuk-link" href="/team/allocate">
          Allocate several at once, of all {total}
        </a>
      </p>
    </>
  )
}

/** What the team owes and is late, by standard. */
export const Overdue = ({
  rows,
  today,
}: {
  readonly rows: readonly OverdueByStandard[]
  readonly today: Temporal.PlainDate
}): Html =>
  rows.length === 0 ? (
    <EmptyState>Nothing is overdue.</EmptyState>
  ) : (
    <DataTable
      caption="Overdue, by standard"
      rows={rows}
      columns={[
        {
          heading: 'Standard',
          cell: (row) => standardWords.get(row.standard)?.words ?? row.standard,
          rowHeading: true,
        },
        { heading: 'Oldest', cell: (row) => <Due due={row.oldest} today={today} /> },
        {
          heading: 'How many',
          numeric: true,
          cell: (row) => (
            <a class="govuk-link" href={`/today/owed?whose=&due=overdue&standard=${row.standard}`}>
              {row.overdue}
              <span class="govuk-visually-hidden">
                {' '}
                overdue: {standardWords.get(row.standard)?.words ?? row.standard}
              </span>
            </a>
          ),
        },
      ]}
    />
  )

const Places = ({ row }: { readonly row: WorkerLoad }): Html => (
  <>
    <a class="govuk-link" href={`/team/limits/${row.service_id}/${row.staff_id}`}>
      {row.most === null ? `${row.places}, no limit` : `${row.places} of ${row.most}`}
      <span class="govuk-visually-hidden"> places: change the limit of {row.full_name}</span>
    </a>
    {isPastLimit(row, 0) && (
      <div>
        <strong>Over the limit</strong>
      </div>
    )}
  </>
)

const workerColumns = (today: Temporal.PlainDate): readonly Column<WorkerLoad>[] => [
  {
    heading: 'Name',
    rowHeading: true,
    cell: (row) => (
      <>
        {row.full_name}
        <div class="tc-duties__why">{roleWords[row.role]}</div>
      </>
    ),
  },
  {
    heading: 'People',
    numeric: true,
    cell: (row) => (
      <a class="govuk-link" href={`/caseload?worker=${row.staff_id}`}>
        {row.people}
        <span class="govuk-visually-hidden"> people of {row.full_name}</span>
      </a>
    ),
  },
  { heading: 'Places', numeric: true, cell: (row) => <Places row={row} /> },
  { heading: 'Covering', numeric: true, cell: ({ covering }) => covering },
  {
    heading: 'Overdue',
    numeric: true,
    cell: (row) => (
      <a class="govuk-link" href={`/today/owed?whose=&due=overdue&worker=${row.staff_id}`}>
        {row.overdue}
        <span class="govuk-visually-hidden"> overdue for {row.full_name}</span>
      </a>
    ),
  },
  {
    heading: 'Away',
    cell: ({ away_until }) => (away_until === null ? 'Here' : `Until ${dayWords(away_until, today)}`),
  },
  {
    heading: 'To do',
    headingHidden: true,
    cell: (row) =>
      row.people === 0 ? (
        ''
      ) : (
        <a class="govuk-link" href={`/team/allocate?worker=${row.staff_id}`}>
          Re-allocate<span class="govuk-visually-hidden"> people of {row.full_name}</span>
        </a>
      ),
  },
]

/** Who carries how much, side by side. */
export const Workers = ({
  rows,
  today,
}: {
  readonly rows: readonly WorkerLoad[]
  readonly today: Temporal.PlainDate
}): Html => (
  <>
    <DataTable caption="Who carries how much" rows={rows} columns={workerColumns(today)} />
    <p class="govuk-body tc-no-print">
      <a class="govuk-link" href="/leave">
        Leave and cover
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/caseload?worker=team">
        Everybody’s people in one list
      </a>
    </p>
  </>
)
