import { type Column, DataTable, dateWords, EmptyState, type Html, Select } from '../../platform/ui/index.ts'
import { choicesOf } from '../fields.ts'
import { type FiguresPeriod, periodWords } from '../figures-period.ts'
import type { FigureOutcome, StandardFigures } from '../queries/standardFigures.ts'
import { standardWords } from '../today-view.ts'

interface FiguresProps {
  readonly period: FiguresPeriod
  readonly rows: readonly StandardFigures[]
  readonly today: Temporal.PlainDate
}

export const outcomeHeadings: Readonly<Record<FigureOutcome, string>> = {
  in_time: 'In time',
  late: 'Late',
  overdue: 'Overdue',
  missed: 'Missed',
}

const Source = ({ standard }: { readonly standard: string }): Html => {
  const words = standardWords.get(standard)
  return (
    <>
      {words?.words ?? standard}
      {words !== undefined && (
        <div class="tc-duties__why">
          Source: {words.source}
          {words.sureness === 'not confirmed' && ' (the number is a setting, not confirmed by a source)'}
        </div>
      )}
    </>
  )
}

const columnOf = (outcome: FigureOutcome, period: FiguresPeriod): Column<StandardFigures> => ({
  heading: outcomeHeadings[outcome],
  numeric: true,
  cell: (row) =>
    row[outcome] === 0 ? (
      0
    ) : (
      <a
        class="govuk-link"
        href={`/team/figures?standard=${row.standard}&outcome=${outcome}&period=${period.choice}`}
      >
        {row[outcome]}
        <span class="govuk-visually-hidden">
          {' '}
          {outcomeHeadings[outcome].toLowerCase()}: {standardWords.get(row.standard)?.words ?? row.standard},{' '}
          {periodWords[period.choice].toLowerCase()}
        </span>
      </a>
    ),
})

const columns = (period: FiguresPeriod): readonly Column<StandardFigures>[] => [
  { heading: 'Standard', rowHeading: true, cell: ({ standard }) => <Source standard={standard} /> },
  { heading: 'Were due', numeric: true, cell: ({ due }) => due },
  ...(['in_time', 'late', 'overdue', 'missed'] as const).map((outcome) => columnOf(outcome, period)),
]

const PeriodChoice = ({ period }: { readonly period: FiguresPeriod }): Html => (
  <form method="get" action="/team" class="tc-filter__controls tc-no-print">
    <Select
      values={{ period: period.choice }}
      errors={[]}
      name="period"
      label="What was due in"
      items={choicesOf(periodWords)}
    />
    <button type="submit" class="govuk-button govuk-button--secondary">
      Show
    </button>
  </form>
)

/** How the team met each standard over a period: every number opens to its people. */
export const Figures = ({ period, rows, today }: FiguresProps): Html => (
  <section aria-labelledby="figures">
    <h2 class="govuk-heading-m" id="figures">
      How each standard was met
    </h2>
    <PeriodChoice period={period} />
    <p class="govuk-body">
      Of what was due from {dateWords(period.from, today)} to {dateWords(period.to, today)}. Late: done after
      its day. Overdue: not done, and still to be done. Missed: it could not be done late. What stopped being
      owed counts nowhere.
    </p>
    {rows.length === 0 ? (
      <EmptyState>Nothing was due on these days.</EmptyState>
    ) : (
      <DataTable caption="How each standard was met" captionHidden columns={columns(period)} rows={rows} />
    )}
  </section>
)
