import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  DataTable,
  EmptyState,
  fullDate,
  type Html,
  lineChartSvg,
  PageHeading,
  PrintButton,
} from '../../platform/ui/index.ts'
import { changeRows, chartOf, type MeasureRow, measureRows, stageOf } from '../change-view.ts'
import { instrumentById } from '../instruments/index.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { type ScoredFact, scoresOf } from '../queries/scores.ts'
import { assessmentsPath } from './assessing.tsx'
import { assessmentReaders } from './writers.ts'

const input = z.object({ personId: z.uuid(), instrument: z.string().max(40) })
type Input = z.infer<typeof input>

interface Model {
  readonly person: PersonHeader
  readonly instrument: Instrument
  readonly scores: readonly ScoredFact[]
}

const load = async (tx: ReadTx, { personId, instrument: id }: Input): Promise<Result<Model>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const instrument = instrumentById(id)
  if (instrument === undefined) return refused('not_found', 'There is no such instrument.')
  return ok({ person: person.value, instrument, scores: await scoresOf(tx, personId, id) })
}

const RecordLink = ({
  person,
  id,
  children,
}: PropsWithChildren<{ person: PersonHeader; id: string }>): Html => (
  <a class="govuk-link" href={`/people/${person.id}/records/${id}`}>
    {children}
  </a>
)

const Totals = ({ person, instrument, scores }: Model): Html => (
  <DataTable
    caption={`${instrument.name}, each time it was taken`}
    columns={[
      {
        heading: 'When',
        rowHeading: true,
        cell: ({ id, day }) => (
          <RecordLink person={person} id={id}>
            {fullDate(day)}
          </RecordLink>
        ),
      },
      { heading: 'Score', cell: ({ score }) => score },
      { heading: 'Change since the one before', cell: ({ change }) => change },
      { heading: 'Where it was answered', cell: ({ source }) => source },
    ]}
    rows={changeRows(scores)}
  />
)

/** The newest few: two years of reviews, and what fits on paper. */
const columnsShown = 5

const Measures = ({ person, instrument, scores }: Model): Html => {
  const shown = scores.slice(-columnsShown)
  return (
    <>
      <DataTable<MeasureRow>
        caption="Days in 28, and how they rate themselves from 0 to 20"
        columns={[
          { heading: 'Measure', rowHeading: true, cell: ({ name }) => name },
          ...shown.map((score, index) => ({
            heading: `${stageOf(score)}, ${fullDate(score.day)}`,
            numeric: true,
            cell: ({ values }: MeasureRow) => values[index] ?? 'not told',
          })),
          { heading: 'Change from the first to the last', cell: ({ change }) => change },
        ]}
        rows={measureRows(instrument, shown)}
      />
      <p class="govuk-body">
        Every answer:{' '}
        {shown.map((score, index) => (
          <>
            {index > 0 && ', '}
            <RecordLink person={person} id={score.id}>
              {stageOf(score).toLowerCase()} {fullDate(score.day)}
            </RecordLink>
          </>
        ))}
      </p>
    </>
  )
}

const Figures = (model: Model): Html => (
  <>
    <img
      class="tc-chart"
      src={`${assessmentsPath(model.person.id)}/change/${model.instrument.id}/chart.svg`}
      alt={`${chartOf(model.instrument, model.scores).title}. The same figures are in the table below.`}
    />
    {model.instrument.range === null ? <Measures {...model} /> : <Totals {...model} />}
    <p class="govuk-body-s">
      Change is the plain difference of the numbers. What it means is for you and them to say.
    </p>
  </>
)

/** One instrument over time: a picture, and the same figures in a table. */
export const changePage = definePage<Input, Model>({
  path: '/people/:personId/assessments/change/:instrument',
  may: assessmentReaders,
  audit: { action: 'instrument.change', people: ({ person }) => [person.id] },
  input,
  load,
  show: (model, { shell }) => (
    <PersonFrame
      shell={shell}
      person={model.person}
      title={`${model.instrument.name} of ${personName(model.person)} over time`}
      back={{ href: assessmentsPath(model.person.id), text: 'Back to assessments and risk' }}
    >
      <PageHeading title={`${model.instrument.name} over time`}>
        <PrintButton text="Print" />
      </PageHeading>
      {model.scores.length === 0 ? <EmptyState>Not taken yet.</EmptyState> : <Figures {...model} />}
    </PersonFrame>
  ),
})

/** The picture by itself. */
export const changeChart = definePage<Input, Model>({
  path: '/people/:personId/assessments/change/:instrument/chart.svg',
  may: assessmentReaders,
  audit: { action: 'instrument.change', people: ({ person }) => [person.id] },
  input,
  load,
  send: ({ instrument, scores }, context) =>
    context.body(lineChartSvg(chartOf(instrument, scores)), 200, { 'content-type': 'image/svg+xml' }),
  show: () => <></>,
})
