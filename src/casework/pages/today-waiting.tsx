import type { StaffRole } from '../../platform/database/schema.ts'
import { dueWords, EmptyState, type Html, momentWords } from '../../platform/ui/index.ts'
import type { UnansweredRow } from '../queries/unanswered.ts'
import type { WaitingRow } from '../queries/unplannedAndUnallocated.ts'
import { DoIt, nameOf, PersonLink } from './owed-groups.tsx'

interface WaitingProps {
  readonly handovers: readonly UnansweredRow[]
  readonly allocations: readonly WaitingRow[]
  readonly role: StaffRole
  readonly today: Temporal.PlainDate
}

const sentWords = (row: UnansweredRow, today: Temporal.PlainDate): string =>
  `${row.to_service}: sent ${momentWords(row.sent_at, today)}, ${
    row.seen_at === null ? 'not yet seen' : `seen ${momentWords(row.seen_at, today)}, not yet accepted`
  }; answer ${dueWords(row.answer_due, today)}`

const Handovers = ({
  rows,
  today,
}: {
  readonly rows: readonly UnansweredRow[]
  readonly today: Temporal.PlainDate
}) =>
  rows.map((row) => (
    <li>
      <div class="tc-duties__what">
        <PersonLink row={row} />
        <span class="tc-duties__why">{sentWords(row, today)}</span>
      </div>
      <a class="govuk-link tc-duties__do" href={`/handovers/${row.handover_id}`}>
        Hand-over<span class="govuk-visually-hidden"> of {nameOf(row)}</span>
      </a>
    </li>
  ))

/** What the team waits for from somebody else: answers to hand-overs, and workers to be named. */
export const Waiting = ({ handovers, allocations, today, role }: WaitingProps): Html => (
  <section aria-labelledby="waiting" class="tc-today__section">
    <h2 class="govuk-heading-m" id="waiting">
      Waiting for someone else ({(handovers[0]?.total ?? 0) + (allocations[0]?.total ?? 0)})
    </h2>
    {handovers.length + allocations.length === 0 ? (
      <EmptyState>Nothing waits for an answer.</EmptyState>
    ) : (
      <ul class="tc-lines">
        <Handovers rows={handovers} today={today} />
        {allocations.map((row) => (
          <li>
            <div class="tc-duties__what">
              <PersonLink row={row} />
              <span class="tc-duties__why">No worker named, {dueWords(row.due_on, today)}</span>
            </div>
            <DoIt person={row} standard="allocated_worker" subject={null} role={role} />
          </li>
        ))}
      </ul>
    )}
  </section>
)
