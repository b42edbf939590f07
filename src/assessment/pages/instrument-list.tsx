import { type PersonHeader, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { type Column, DataTable, fullDate, type Html } from '../../platform/ui/index.ts'
import { stageOf } from '../change-view.ts'
import { instrumentById, instruments } from '../instruments/index.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { stages, stageWords, top } from '../instruments/top.ts'
import { scoreWords } from '../instruments/words.ts'
import type { ScoredFact } from '../queries/scores.ts'
import { assessmentsPath } from './assessing.tsx'
import { assessors } from './writers.ts'

interface ListProps {
  readonly person: PersonHeader
  readonly role: StaffRole
  readonly latest: readonly ScoredFact[]
}

interface Row {
  readonly instrument: Instrument
  readonly latest: ScoredFact | undefined
}

const mayTake = ({ takenBy }: Instrument, role: StaffRole): boolean =>
  takenBy === 'clinical' ? role === 'clinical' : assessors.includes(role)

const rowsFor = ({ role, latest }: ListProps): readonly Row[] =>
  [...new Set(instruments.map(({ id }) => id))].flatMap((id) => {
    const instrument = instrumentById(id)
    const last = latest.find((score) => score.instrument.id === id)
    return instrument !== undefined && (last !== undefined || mayTake(instrument, role))
      ? [{ instrument, latest: last }]
      : []
  })

const lastWords = ({ latest }: Row): string => {
  if (latest === undefined) return 'Not taken yet'
  const came =
    latest.instrument.range === null ? stageOf(latest) : scoreWords(latest.instrument, latest.score)
  return `${came}, ${fullDate(latest.day)}`
}

const Take = ({
  person,
  instrument,
}: {
  readonly person: PersonHeader
  readonly instrument: Instrument
}): Html => {
  const base = assessmentsPath(person.id)
  const hidden = <span class="govuk-visually-hidden"> for {personName(person)}</span>
  if (instrument.id !== top.id)
    return (
      <a class="govuk-link" href={`${base}/new/${instrument.id}`}>
        Take {instrument.name}
        {hidden}
      </a>
    )
  return (
    <>
      {stages.map((stage, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={`${base}/top/${stage}`}>
            {stageWords[stage]}
            <span class="govuk-visually-hidden">: TOP for {personName(person)}</span>
          </a>
        </>
      ))}
    </>
  )
}

const columns = ({ person, role }: ListProps): readonly Column<Row>[] => [
  {
    heading: 'Instrument',
    rowHeading: true,
    cell: ({ instrument }) => (
      <>
        {instrument.name}
        <br />
        <span class="govuk-body-s">{instrument.about}</span>
      </>
    ),
  },
  {
    heading: 'Last time',
    cell: (row) =>
      row.latest === undefined ? (
        lastWords(row)
      ) : (
        <a class="govuk-link" href={`/people/${person.id}/records/${row.latest.id}`}>
          {lastWords(row)}
        </a>
      ),
  },
  {
    heading: 'Over time',
    cell: ({ instrument, latest }) =>
      latest === undefined ? (
        ''
      ) : (
        <a class="govuk-link" href={`${assessmentsPath(person.id)}/change/${instrument.id}`}>
          {instrument.name} over time
        </a>
      ),
  },
  {
    heading: 'Take it',
    cell: ({ instrument }) =>
      mayTake(instrument, role) ? <Take person={person} instrument={instrument} /> : '',
  },
]

/** Every instrument that this reader may take or that was taken: the last score, its course, and taking it. */
export const InstrumentList = (props: ListProps): Html => (
  <DataTable caption="Instruments" columns={columns(props)} rows={rowsFor(props)} />
)
