import { DataTable, EmptyState, type Html, momentWords } from '../../platform/ui/index.ts'
import type { HeldNumber } from '../queries/heldMessages.ts'
import type { HeldOnRoll } from '../queries/heldRoll.ts'
import type { QuestionRow } from '../queries/openQuestions.ts'

interface SectionProps<Row> {
  readonly rows: readonly Row[]
  readonly today: Temporal.PlainDate
}

/** What a human must decide. */
export const Questions = ({ rows, today }: SectionProps<QuestionRow>): Html =>
  rows.length === 0 ? (
    <>
      <h2 class="govuk-heading-m">To decide</h2>
      <EmptyState>Nothing waits for a decision.</EmptyState>
    </>
  ) : (
    <DataTable
      caption={`To decide (${rows.length})`}
      rows={rows}
      columns={[
        {
          heading: 'About',
          rowHeading: true,
          cell: ({ person_id, name }) =>
            person_id === null || name === null ? (
              'Nobody we know'
            ) : (
              <a class="govuk-link" href={`/people/${person_id}`}>
                {name}
              </a>
            ),
        },
        { heading: 'Question', cell: ({ words }) => words },
        { heading: 'Since', cell: ({ opened_at }) => momentWords(opened_at, today) },
        {
          heading: 'Decide',
          headingHidden: true,
          cell: ({ id, name, words }) => (
            <a class="govuk-link tc-screen-only" href={`/feed/questions/${id}`}>
              Decide
              <span class="govuk-visually-hidden">
                {' '}
                about {name ?? 'somebody'}: {words}
              </span>
            </a>
          ),
        },
      ]}
    />
  )

/** Messages about numbers that nobody here has. */
export const Held = ({ rows, today }: SectionProps<HeldNumber>): Html | null =>
  rows.length === 0 ? null : (
    <DataTable
      caption="Waiting for somebody to be recorded"
      rows={rows}
      columns={[
        { heading: 'Number', rowHeading: true, cell: ({ prison_number }) => prison_number },
        { heading: 'Messages', numeric: true, cell: ({ messages }) => messages },
        { heading: 'Newest', cell: ({ newest }) => momentWords(newest, today) },
        {
          heading: 'Waits for',
          cell: ({ held_because }) =>
            `${held_because} They are applied by themselves once somebody with it is recorded, or a merge names it.`,
        },
      ]}
    />
  )

/** Who stands on a prison's roll and has no record here: somebody to be taken in, or a number typed wrong. */
export const OnRoll = ({ rows, today }: SectionProps<HeldOnRoll>): Html | null =>
  rows.length === 0 ? null : (
    <>
      <DataTable
        caption={`On the roll, and on no record here (${rows[0]?.total ?? rows.length})`}
        rows={rows}
        columns={[
          { heading: 'Number', rowHeading: true, cell: ({ prison_number }) => prison_number },
          {
            heading: 'Where the roll has them',
            cell: ({ prison, wing, cell }) =>
              [prison, wing === null ? null : `wing ${wing}`, cell]
                .filter((part) => part !== null)
                .join(', '),
          },
          { heading: 'As of', cell: ({ as_of }) => momentWords(as_of, today) },
        ]}
      />
      <p class="govuk-body">
        Each is applied by itself once somebody with that number is recorded, or a merge names it.{' '}
        <a class="govuk-link tc-screen-only" href="/people/new">
          Add a person
        </a>
      </p>
    </>
  )
