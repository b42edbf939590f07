import { outcomeWords, purposeWords } from '../../contacts/model.ts'
import { placeWords } from '../../people/index.ts'
import { dayWords, EmptyState, type Html, Tag, timeWords } from '../../platform/ui/index.ts'
import { fromToday } from '../obligation-links.ts'
import type { MyContactRow } from '../queries/myDay.ts'
import { nameOf, PersonLink } from './owed-groups.tsx'

interface ContactProps {
  readonly row: MyContactRow
  readonly today: Temporal.PlainDate
}

/** Where they meet, as it was said; and where the person is, so that nobody walks to a wing that they left. */
const whereWords = (row: MyContactRow, today: Temporal.PlainDate): string =>
  [row.place, placeWords(row, today)].filter((words) => words !== null).join('; ')

const timeOf = ({ day, starts_at }: MyContactRow, today: Temporal.PlainDate): string =>
  [
    ...(day.equals(today) ? [] : [dayWords(day, today)]),
    starts_at === null ? 'any time' : timeWords(starts_at),
  ].join(' ')

const Contact = ({ row, today }: ContactProps): Html => (
  <li>
    <div class="tc-duties__what">
      <span>
        <strong>{timeOf(row, today)}</strong> {purposeWords[row.purpose]}, <PersonLink row={row} />
      </span>
      <span class="tc-duties__why">{whereWords(row, today)}</span>
    </div>
    {row.outcome === 'planned' ? (
      <a
        class="govuk-link tc-duties__do"
        href={fromToday(`/people/${row.person_id}/contacts/${row.id}/outcome`)}
      >
        Say what happened
        <span class="govuk-visually-hidden">
          {' '}
          with {nameOf(row)}, {timeOf(row, today)}
        </span>
      </a>
    ) : (
      <span class="tc-duties__do">
        <Tag text={outcomeWords[row.outcome]} />
      </span>
    )}
  </li>
)

/** The reader's own appointments today, and earlier ones of which nobody said what became. */
export const MyDay = ({
  rows,
  today,
}: {
  readonly rows: readonly MyContactRow[]
  readonly today: Temporal.PlainDate
}): Html => (
  <section aria-labelledby="my-day" class="tc-today__section">
    <h2 class="govuk-heading-m" id="my-day">
      My day
    </h2>
    {rows.length === 0 ? (
      <EmptyState>You have planned nothing for today.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <Contact row={row} today={today} />
        ))}
      </ul>
    )}
    <p class="govuk-body tc-no-print">
      <a class="govuk-link" href="/contacts/day-list">
        Print the day by landing
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/contacts/back-entry">
        Type in a day on paper
      </a>
    </p>
  </section>
)
