import { DataTable, type Html } from '../../platform/ui/index.ts'
import { type Figures, type Outcome, outcomeNames, outcomes } from '../continuity/index.ts'
import { type Cell, peopleAddress } from '../continuity-links.ts'
import type { ContinuityView, GroupFigures } from '../continuity-view.ts'
import { rateCell } from '../continuity-words.ts'
import { type Period, periodBefore } from '../period.ts'

interface CountProps {
  readonly count: number
  readonly period: Period
  readonly cell: Cell
  /** What is counted, for those who hear the link: "Not known, Leeds". */
  readonly what: string
}

/** A number is a link to what it counts. */
const Count = ({ count, period, cell, what }: CountProps): Html =>
  count === 0 ? (
    <>0</>
  ) : (
    <a class="govuk-link" href={peopleAddress(period, cell)}>
      {count}
      <span class="govuk-visually-hidden"> {what}</span>
    </a>
  )

interface OutcomeRow {
  readonly name: string
  readonly cell: Cell
  readonly count: number
  readonly before: number
}

const outcomeRows = ({ figures, before }: ContinuityView): readonly OutcomeRow[] => [
  ...outcomes.map((outcome: Outcome) => ({
    name: outcomeNames[outcome],
    cell: { outcome },
    count: figures[outcome],
    before: before[outcome],
  })),
  { name: 'All releases in treatment', cell: {}, count: figures.releases, before: before.releases },
]

/** The seven outcomes and their sum. */
export const OutcomeTable = ({ view }: { readonly view: ContinuityView }): Html => (
  <DataTable
    caption="Where these releases landed"
    rows={outcomeRows(view)}
    columns={[
      { heading: 'Outcome', cell: ({ name }) => name, rowHeading: true },
      {
        heading: 'Releases',
        numeric: true,
        cell: ({ name, cell, count }) => (
          <Count count={count} period={view.period} cell={cell} what={name.toLowerCase()} />
        ),
      },
      {
        heading: 'Period before',
        numeric: true,
        cell: ({ name, cell, before }) => (
          <Count
            count={before}
            period={periodBefore(view.period)}
            cell={cell}
            what={`${name.toLowerCase()}, in the period before`}
          />
        ),
      },
    ]}
  />
)

interface GroupTableProps {
  readonly caption: string
  readonly heading: string
  readonly period: Period
  readonly groups: readonly GroupFigures[]
  readonly nameOf: (key: string | null) => string
  readonly cellOf: (key: string) => Cell
}

/** Prisons or services, each with its figures and those of the period before. */
export const GroupTable = ({ caption, heading, period, groups, nameOf, cellOf }: GroupTableProps): Html => {
  const count = (of: (figures: Figures) => number, outcome?: Outcome) => (group: GroupFigures) => (
    <Count
      count={of(group.figures)}
      period={period}
      cell={{ ...cellOf(group.key ?? 'none'), ...(outcome === undefined ? {} : { outcome }) }}
      what={`${outcome === undefined ? 'releases' : outcomeNames[outcome].toLowerCase()}, ${nameOf(group.key)}`}
    />
  )
  return (
    <DataTable
      caption={caption}
      rows={groups}
      columns={[
        { heading, cell: ({ key }) => nameOf(key), rowHeading: true },
        { heading: 'Releases', numeric: true, cell: count(({ releases }) => releases) },
        {
          heading: 'Started within 21 days',
          numeric: true,
          cell: count(({ started_within_21_days }) => started_within_21_days, 'started_within_21_days'),
        },
        { heading: 'Not known', numeric: true, cell: count(({ not_known }) => not_known, 'not_known') },
        { heading: 'That count', numeric: true, cell: ({ figures }) => figures.denominator },
        { heading: 'Rate', numeric: true, cell: ({ figures }) => rateCell(figures) },
        { heading: 'Rate in the period before', numeric: true, cell: ({ before }) => rateCell(before) },
      ]}
    />
  )
}
