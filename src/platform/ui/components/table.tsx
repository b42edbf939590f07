import type { Child } from 'hono/jsx'
import type { Html } from '../govuk/html.ts'

/** One column: what stands above it and what each row has in it. */
export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => Child
  /** Figures stand at the right, one under the other. */
  readonly numeric?: boolean
  /** Room for a date in two lines, or for "day 13 of 21": long words in the columns beside it would leave it a word a line. */
  readonly room?: 'date' | 'counter'
  /** What the row is about, for those who hear the table: usually the name. */
  readonly rowHeading?: boolean
  /** For buttons and links: the heading is heard, not seen. */
  readonly headingHidden?: boolean
  /** The list sorted by this column: where the heading leads, and whether it is sorted so now. */
  readonly sort?: { readonly href: string; readonly on: boolean }
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

const numericClass = (column: { readonly numeric?: boolean }): string | undefined =>
  column.numeric ? 'tc-table__number' : undefined

const roomClass = (column: { readonly room?: string }): string | undefined =>
  column.room === undefined ? undefined : `tc-table__${column.room}`

const HeadingWords = <Row,>({ column }: { readonly column: Column<Row> }): Html => {
  if (column.headingHidden) return <span class="govuk-visually-hidden">{column.heading}</span>
  if (column.sort === undefined) return <>{column.heading}</>
  return (
    <a class="govuk-link" href={column.sort.href}>
      {column.heading}
      <span class="govuk-visually-hidden">{column.sort.on ? ', sorted by this' : ', sort by this'}</span>
      {column.sort.on && <span aria-hidden="true"> ▾</span>}
    </a>
  )
}

const Heading = <Row,>({ column }: { readonly column: Column<Row> }): Html => (
  <th scope="col" class={numericClass(column) ?? roomClass(column)}>
    <HeadingWords column={column} />
  </th>
)

/** A plain function, not a component: a list has hundreds of cells, and is written in three quarters of the time. */
const cellOf = <Row,>(column: Column<Row>, row: Row): Html =>
  column.rowHeading ? (
    <th scope="row">{column.cell(row)}</th>
  ) : (
    <td data-label={column.headingHidden ? undefined : column.heading} class={numericClass(column)}>
      {column.cell(row)}
    </td>
  )

/** A table as plain rows (fast for long lists); on a narrow screen each row becomes a block with its headings. */
export const DataTable = <Row,>({ caption, captionHidden, columns, rows }: DataTableProps<Row>): Html => (
  <table class="govuk-table tc-table">
    <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>
      {caption}
    </caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <Heading column={column} />
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>{columns.map((column) => cellOf(column, row))}</tr>
      ))}
    </tbody>
  </table>
)
