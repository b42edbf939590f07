import { dayOf } from '../../platform/clock.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { capitalised, dayWords, dueWords, EmptyState, type Html, timeWords } from '../../platform/ui/index.ts'
import { mayDo } from '../obligation-links.ts'
import type { CameInRow, StillOwed } from '../queries/cameIn.ts'
import type { LeavingRow } from '../queries/leavingSoon.ts'
import type { WaitingRow } from '../queries/unplannedAndUnallocated.ts'
import { leavingWords, missingFor, standardWords } from '../today-view.ts'
import { DoIt, PersonLink } from './owed-groups.tsx'

interface Reading {
  readonly today: Temporal.PlainDate
  readonly role: StaffRole
}

const when = (at: Temporal.Instant, today: Temporal.PlainDate): string => {
  const day = dayOf(at)
  return day.equals(today) ? timeWords(at) : `${dayWords(day, today)} ${timeWords(at)}`
}

const broughtWords = (row: CameInRow, today: Temporal.PlainDate): string =>
  [
    `${row.from_prison === null || row.arrived_by === 'admission' ? 'came in' : `from ${row.from_prison}`} ${when(row.arrived_at, today)}`,
    ...(row.in_treatment_since === null
      ? []
      : [`in treatment since ${dayWords(row.in_treatment_since, today)}`]),
  ].join(', ')

const dueFirst = ({ standard, due }: StillOwed, today: Temporal.PlainDate): string =>
  `${standardWords.get(standard)?.title ?? ''} ${dueWords(Temporal.PlainDate.from(due), today)}`

const CameInItem = ({ row, today, role }: Reading & { readonly row: CameInRow }): Html => {
  const next = row.owed.find(({ standard }) => mayDo(role, standard)) ?? row.owed[0]
  return (
    <li>
      <div class="tc-duties__what">
        <PersonLink row={row} />
        <span class="tc-duties__why">
          {capitalised(broughtWords(row, today))}
          {next !== undefined && `. ${dueFirst(next, today)}`}
        </span>
      </div>
      {next === undefined ? (
        <span class="tc-duties__do">Nothing due</span>
      ) : (
        <DoIt person={row} standard={next.standard} subject={next.subject} role={role} />
      )}
    </li>
  )
}

interface CameInProps extends Reading {
  readonly rows: readonly CameInRow[]
  readonly since: Temporal.PlainDate
}

/** Who came in since the last working day, with what came with them and what is due first. */
export const CameIn = ({ rows, since, today, role }: CameInProps): Html => (
  <section aria-labelledby="came-in" class="tc-today__section">
    <h2 class="govuk-heading-m" id="came-in">
      Came in since {dayWords(since, today)} ({rows[0]?.total ?? 0})
    </h2>
    {rows.length === 0 ? (
      <EmptyState>Nobody came in since {dayWords(since, today)}.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <CameInItem row={row} today={today} role={role} />
        ))}
      </ul>
    )}
  </section>
)

const LeavingItem = ({ row, today, role }: Reading & { readonly row: LeavingRow }): Html => {
  const { words, first } = missingFor(
    row.owed,
    (standard) => mayDo(role, standard),
    role === 'community_worker',
  )
  return (
    <li>
      <div class="tc-duties__what">
        <PersonLink row={row} />
        <span class="tc-duties__why">
          {capitalised(leavingWords(row.working_release_date, row.calculated_release_date, today))}: {words}
        </span>
      </div>
      {first !== null && <DoIt person={row} standard={first.standard} subject={first.subject} role={role} />}
    </li>
  )
}

interface LeavingProps extends Reading {
  readonly rows: readonly LeavingRow[]
  readonly days: number
}

/** Who leaves soon with an onward need, and what is missing. */
export const Leaving = ({ rows, days, today, role }: LeavingProps): Html => (
  <section aria-labelledby="leaving" class="tc-today__section">
    <h2 class="govuk-heading-m" id="leaving">
      Leaving in {days} days (<a href="/releases">{rows[0]?.total ?? 0}</a>)
    </h2>
    {rows.length === 0 ? (
      <EmptyState>Nobody who needs to carry on leaves in the next {days} days.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <LeavingItem row={row} today={today} role={role} />
        ))}
      </ul>
    )}
  </section>
)

/** Who left without a hand-over: the call sheet is the way to them. */
export const LeftWithout = ({
  rows,
  today,
  role,
}: Reading & { readonly rows: readonly WaitingRow[] }): Html | null =>
  rows.length === 0 ? null : (
    <section aria-labelledby="left" class="tc-today__section">
      <h2 class="govuk-heading-m" id="left">
        Left without a hand-over ({rows[0]?.total ?? 0})
      </h2>
      <ul class="tc-lines">
        {rows.map((row) => (
          <li>
            <div class="tc-duties__what">
              <PersonLink row={row} />
              <span class="tc-duties__why">Left {dayWords(row.released_on ?? row.opens_on, today)}</span>
            </div>
            <DoIt person={row} standard="call_sheet" subject={null} role={role} />
          </li>
        ))}
      </ul>
    </section>
  )
