import {
  type Column,
  DataTable,
  dateAndAway,
  EmptyState,
  type Html,
  Pagination,
} from '../../platform/ui/index.ts'
import type { LeavingRow, LeftRow, Next } from '../board.ts'
import { daysOut } from '../rules.ts'

/** Two lists stand on the page: with fifty each it would be over 60 kB. */
export const pageSize = 40

const Name = ({ row }: { readonly row: { readonly id: string; readonly name: string } }): Html => (
  <a href={`/people/${row.id}`}>{row.name}</a>
)

const NextLink = ({ next, name }: { readonly next: Next | null; readonly name: string }): Html =>
  next === null ? (
    <span>Nothing now</span>
  ) : (
    <a href={next.href}>
      {next.text}
      <span class="govuk-visually-hidden">: {name}</span>
    </a>
  )

const Pack = ({ row: { pack } }: { readonly row: LeavingRow }): Html => (
  <>
    <strong>
      {pack.done} of {pack.of}
    </strong>
    {pack.missing.length > 0 && <div>Missing: {pack.missing.join(', ')}</div>}
  </>
)

const leavingColumns = (today: Temporal.PlainDate): readonly Column<LeavingRow>[] => [
  { heading: 'Name', rowHeading: true, cell: (row) => <Name row={row} /> },
  {
    heading: 'Leaves',
    room: 'date',
    cell: (row) => (
      <>
        {dateAndAway(row.day, today)}
        {row.dayNote !== null && <div>{row.dayNote}</div>}
      </>
    ),
  },
  { heading: 'Release pack', cell: (row) => <Pack row={row} /> },
  { heading: 'Service', cell: ({ service }: LeavingRow) => service },
  { heading: 'Appointment', cell: ({ appointment }: LeavingRow) => appointment },
  { heading: 'Tonight', cell: ({ tonight }: LeavingRow) => tonight },
  { heading: 'Next', cell: (row) => <NextLink next={row.next} name={row.name} /> },
]

interface LeavingProps {
  readonly rows: readonly LeavingRow[]
  readonly page: number
  readonly today: Temporal.PlainDate
  readonly window: string
  readonly href: (page: number) => string
}

/** Those who leave today, and those who leave later, a page at a time. */
export const Leaving = ({ rows, page, today, window, href }: LeavingProps): Html => {
  const shown = rows.slice((page - 1) * pageSize, page * pageSize)
  const now = shown.filter((row) => daysOut(today, row.day) <= 0)
  const later = shown.filter((row) => daysOut(today, row.day) > 0)
  return (
    <>
      {now.length > 0 && <DataTable caption="Today" rows={now} columns={leavingColumns(today)} />}
      {later.length > 0 && (
        <DataTable caption={`Leaving within ${window}`} rows={later} columns={leavingColumns(today)} />
      )}
      {rows.length === 0 && <EmptyState>Nobody with an onward need leaves within {window}.</EmptyState>}
      <Pagination page={page} pageSize={pageSize} total={rows.length} href={href} things="people who leave" />
    </>
  )
}

interface LeftProps {
  readonly rows: readonly LeftRow[]
  readonly page: number
  readonly href: (page: number) => string
}

/** Those who left and are not in treatment, with the day counter in words. */
export const Left = ({ rows, page, href }: LeftProps): Html => (
  <>
    {rows.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">Left, not yet in treatment</h2>
        <EmptyState>
          Everybody who left in the last 12 weeks is in treatment, or is followed no more.
        </EmptyState>
      </>
    ) : (
      <DataTable
        caption="Left, not yet in treatment"
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        columns={[
          { heading: 'Name', rowHeading: true, cell: (row) => <Name row={row} /> },
          {
            heading: 'Day',
            room: 'counter',
            cell: ({ counter }) => `${counter.charAt(0).toUpperCase()}${counter.slice(1)}`,
          },
          { heading: 'From', cell: ({ placeName }) => placeName },
          { heading: 'How', cell: ({ how }) => how },
          { heading: 'Service', cell: ({ service }) => service },
          { heading: 'Tried', cell: ({ tried }) => `${tried.charAt(0).toUpperCase()}${tried.slice(1)}` },
          { heading: 'Next', cell: (row) => <NextLink next={row.next} name={row.name} /> },
        ]}
      />
    )}
    <Pagination page={page} pageSize={pageSize} total={rows.length} href={href} things="people who left" />
  </>
)
