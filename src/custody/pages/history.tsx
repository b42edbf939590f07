import {
  identifierNames,
  ofPerson,
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesOfPrisons,
  rolesWithPeople,
  showIdentifier,
} from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DataTable,
  dayWords,
  EmptyState,
  fullDate,
  type Html,
  momentWords,
  PageHeading,
} from '../../platform/ui/index.ts'
import { movementWords } from '../model.ts'
import {
  type HeldNumber,
  type Joined,
  mergesOf,
  movesOf,
  numbersOf,
  type ToldMove,
} from '../queries/historyOf.ts'
import { type RecordedDate, releaseDatesOf } from '../queries/releaseDates.ts'
import { ReleaseDateTable } from './release-date-table.tsx'

interface Model {
  readonly person: PersonHeader
  readonly moves: readonly ToldMove[]
  readonly numbers: readonly HeldNumber[]
  readonly merges: readonly Joined[]
  readonly dates: readonly RecordedDate[]
}

interface PartProps {
  readonly model: Model
  readonly today: Temporal.PlainDate
  readonly mayRecord: boolean
}

const sources = { feed: 'the movement feed', spreadsheet: 'a spreadsheet' } as const

const toldBy = ({ source, by }: ToldMove): string =>
  source === 'hand' ? `${by ?? 'a member of staff'}, by hand` : sources[source]

const MoveState = ({ move, mayRecord }: { move: ToldMove; mayRecord: boolean }): Html => {
  if (move.set_aside) return <>Set aside{move.set_aside_why === null ? '' : `: ${move.set_aside_why}`}</>
  if (!mayRecord || move.message_id === null) return <>Counts</>
  return (
    <>
      Counts.{' '}
      <a class="govuk-link" href={`/feed/${move.message_id}/set-aside`}>
        Set aside
        <span class="govuk-visually-hidden">
          : {movementWords[move.type].toLowerCase()}, {fullDate(move.day)}
        </span>
      </a>
    </>
  )
}

const Moves = ({ model, today, mayRecord }: PartProps): Html =>
  model.moves.length === 0 ? (
    <EmptyState>No move is recorded.</EmptyState>
  ) : (
    <DataTable
      caption="Moves"
      rows={model.moves}
      columns={[
        { heading: 'What', cell: (move) => movementWords[move.type], rowHeading: true },
        {
          heading: 'When',
          cell: (move) => (move.time_known ? momentWords(move.at, today) : dayWords(move.day, today)),
        },
        { heading: 'Prison', cell: (move) => move.prison ?? 'not named' },
        { heading: 'Told by', cell: toldBy },
        {
          heading: 'State',
          cell: (move) => <MoveState move={move} mayRecord={mayRecord} />,
        },
      ]}
    />
  )

const Numbers = ({ model }: PartProps): Html =>
  model.numbers.length === 0 ? (
    <EmptyState>No number is recorded.</EmptyState>
  ) : (
    <DataTable
      caption="Numbers"
      rows={model.numbers}
      columns={[
        { heading: 'Kind', cell: ({ type }) => identifierNames[type], rowHeading: true },
        { heading: 'Number', cell: ({ type, value }) => showIdentifier(type, value) },
        { heading: 'State', cell: ({ alias }) => (alias ? 'Old: replaced by a merge' : 'In use') },
        { heading: 'From', cell: ({ source }) => source },
        { heading: 'Since', cell: ({ recorded_at }) => fullDate(dayOf(recorded_at)) },
      ]}
    />
  )

const undoneWords = ({ undone_at, undone_by, undone_why }: Joined, today: Temporal.PlainDate): string =>
  undone_at === null
    ? undone_why === null
      ? 'Joined'
      : 'Being taken apart'
    : `Undone ${momentWords(undone_at, today)}${undone_by === null ? '' : ` by ${undone_by}`}${undone_why === null ? '' : `: ${undone_why}`}`

const Merges = ({ model, today, mayRecord }: PartProps): Html | null =>
  model.merges.length === 0 ? null : (
    <DataTable
      caption="Records found to be the same person"
      rows={model.merges}
      columns={[
        {
          heading: 'The other record',
          cell: ({ numbers }) => (numbers.length === 0 ? 'Had no number' : numbers.join(', ')),
          rowHeading: true,
        },
        {
          heading: 'When',
          cell: ({ merged_at, by }) => `${momentWords(merged_at, today)}, by ${by ?? 'the movement feed'}`,
        },
        { heading: 'State', cell: (merge) => undoneWords(merge, today) },
        {
          heading: 'Undo',
          headingHidden: true,
          cell: ({ id, numbers, undone_at, undone_why }) =>
            mayRecord && undone_at === null && undone_why === null ? (
              <a class="govuk-link" href={`/people/${model.person.id}/merges/${id}/undo`}>
                Undo<span class="govuk-visually-hidden"> the joining with {numbers.join(', ')}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )

const recording: readonly string[] = rolesOfPrisons

/** What stood before: moves as they were told, numbers and aliases, merges, and every release date. */
export const historyPage = definePage({
  path: '/people/:personId/history',
  may: rolesWithPeople,
  input: ofPerson,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const { entries } = await releaseDatesOf(tx, personId)
    return ok({
      person: person.value,
      moves: await movesOf(tx, personId),
      numbers: await numbersOf(tx, personId),
      merges: await mergesOf(tx, personId),
      dates: entries,
    })
  },
  audit: { action: 'view_history', people: ({ person }: Model) => [person.id] },
  show: (model, { shell, today, actor }) => {
    const part = { model, today, mayRecord: recording.includes(actor.role) }
    return (
      <PersonFrame shell={shell} person={model.person} title={`History of ${personName(model.person)}`}>
        <PageHeading title="History">
          {actor.role === 'team_leader' ? (
            <Button
              text="Who opened this record"
              kind="secondary"
              href={`/people/${model.person.id}/opened`}
            />
          ) : undefined}
        </PageHeading>
        <Moves {...part} />
        <Numbers {...part} />
        <Merges {...part} />
        <ReleaseDateTable entries={model.dates} today={today} />
      </PersonFrame>
    )
  },
})
