import type { StaffRole } from '../../platform/database/schema.ts'
import {
  dateAndAway,
  dayWords,
  dueWords,
  EmptyState,
  type Html,
  momentWords,
} from '../../platform/ui/index.ts'
import type { LeftUntreatedRow } from '../queries/leftUntreated.ts'
import type { UnansweredRow } from '../queries/unanswered.ts'
import { DoIt, PersonLink } from './owed-groups.tsx'

interface ToAnswerProps {
  readonly rows: readonly UnansweredRow[]
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

const askedWords = (row: UnansweredRow, today: Temporal.PlainDate): string =>
  [
    `From ${row.from_service}, sent ${momentWords(row.sent_at, today)}`,
    ...(row.working_release_date === null ? [] : [`leaves ${dayWords(row.working_release_date, today)}`]),
    `answer ${dueWords(row.answer_due, today)}`,
  ].join('; ')

/** Hand-overs that wait for the reader's own services to accept or decline them. */
export const ToAnswer = ({ rows, role, today }: ToAnswerProps): Html => (
  <section aria-labelledby="to-answer" class="tc-today__section">
    <h2 class="govuk-heading-m" id="to-answer">
      Hand-overs to answer
      {rows[0] !== undefined && (
        <>
          {' '}
          (<a href="/handovers?show=incoming">{rows[0].total}</a>)
        </>
      )}
    </h2>
    {rows.length === 0 ? (
      <EmptyState>No hand-over waits for your answer.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <li>
            <div class="tc-duties__what">
              <PersonLink row={row} />
              <span class="tc-duties__why">{askedWords(row, today)}</span>
            </div>
            <DoIt person={row} standard="handover_accepted" subject={row.handover_id} role={role} />
          </li>
        ))}
      </ul>
    )}
  </section>
)

interface LeftUntreatedProps {
  readonly rows: readonly LeftUntreatedRow[]
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

/** Who is out, with the days since they left and the day by which treatment is to start. */
export const LeftUntreated = ({ rows, role, today }: LeftUntreatedProps): Html => (
  <section aria-labelledby="untreated" class="tc-today__section">
    <h2 class="govuk-heading-m" id="untreated">
      Left, not yet in treatment
      {rows[0] !== undefined && (
        <>
          {' '}
          (<a href="/releases">{rows[0].total}</a>)
        </>
      )}
    </h2>
    {rows.length === 0 ? (
      <EmptyState>Everybody who left is in treatment, or is followed no more.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <li>
            <div class="tc-duties__what">
              <PersonLink row={row} />
              <span class="tc-duties__why">
                Left {dateAndAway(row.released_on, today)}; treatment {dueWords(row.due_on, today)}
              </span>
            </div>
            <DoIt person={row} standard="after_release_day_1" subject={null} role={role} />
          </li>
        ))}
      </ul>
    )}
  </section>
)
