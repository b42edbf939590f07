import { z } from 'zod'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  awayWords,
  DataTable,
  dateWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { type FiguresView, figuresView, type IncidentLine } from '../figures-view.ts'
import { safetyFigures } from '../queries/safetyFigures.ts'

/** Whose prison these are the figures of; commissioners read published ones alone. */
const readers: readonly StaffRole[] = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'strategy_lead',
]

/** Four weeks, against the four before. */
const periodDays = 28

interface Model {
  readonly view: FiguresView
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

const since = ({ lastOn }: IncidentLine, today: Temporal.PlainDate): string =>
  lastOn === null ? 'none recorded' : awayWords(lastOn, today)

const Incidents = ({
  view,
  today,
}: {
  readonly view: FiguresView
  readonly today: Temporal.PlainDate
}): Html => (
  <DataTable
    caption="Incidents"
    rows={[...view.incidents, view.all]}
    columns={[
      { heading: 'What happened', rowHeading: true, cell: ({ words }) => words },
      { heading: 'Last 28 days', numeric: true, cell: ({ now }) => now },
      { heading: '28 days before', numeric: true, cell: ({ before }) => before },
      { heading: 'The last one', cell: (line) => since(line, today) },
    ]}
  />
)

const Tests = ({ view }: { readonly view: FiguresView }): Html =>
  view.tests.length === 0 ? (
    <EmptyState>No test was recorded in the last 28 days.</EmptyState>
  ) : (
    <DataTable
      caption="Tests in the last 28 days"
      rows={view.tests}
      columns={[
        { heading: 'Why it was asked for', rowHeading: true, cell: ({ words }) => words },
        { heading: 'Samples tested', numeric: true, cell: ({ done }) => done },
        { heading: 'Positive', numeric: true, cell: ({ positive }) => positive },
        { heading: 'Awaiting confirmation', numeric: true, cell: ({ awaiting }) => awaiting },
        { heading: 'Refused', numeric: true, cell: ({ refused }) => refused },
      ]}
    />
  )

/** Incidents and tests of the reader's prison as counts, and how long since the last: nobody is named. */
export const figuresPage = definePage<Record<string, never>, Model>({
  path: '/incidents',
  may: readers,
  audit: { action: 'safety_figures.view', people: () => [] },
  input: z.object({}),
  load: async (tx) => {
    const to = tx.today
    const from = to.subtract({ days: periodDays - 1 })
    const before = { from: from.subtract({ days: periodDays }), to: from.subtract({ days: 1 }) }
    const view = figuresView(await safetyFigures(tx, { from, to }), await safetyFigures(tx, before))
    return ok({ view, from, to })
  },
  show: ({ view, from, to }, { shell, now, today }) => {
    const period = `${dateWords(from, today)} to ${dateWords(to, today)}`
    return (
      <Layout shell={shell} title="Incidents and tests">
        <PageHeading title="Incidents and tests">
          <PrintButton text="Print" />
        </PageHeading>
        <PrintHeader shell={shell} now={now} filter={period} />
        <p class="govuk-body">
          {view.all.lastOn === null
            ? 'No incident has been recorded here.'
            : `The last incident recorded here was ${awayWords(view.all.lastOn, today)}.`}
        </p>
        <Incidents view={view} today={today} />
        <Tests view={view} />
        <p class="govuk-body">
          Counted: what the services of this prison recorded from {period}, without what was set aside. A test
          counts as positive also where a prescribed medicine explains it. It is not the prison’s own register
          of incidents: what nobody wrote down here is not in it.
        </p>
      </Layout>
    )
  },
})
