import type { StaffRole } from '../../platform/database/schema.ts'
import { EmptyState, type Html } from '../../platform/ui/index.ts'
import type { OwedNow } from '../queries/owedNow.ts'
import { OwedGroups } from './owed-groups.tsx'

interface CountProps {
  readonly count: number
  readonly words: string
  readonly href: string
}

const Count = ({ count, words, href }: CountProps): Html => (
  <a class="govuk-link" href={href}>
    {count} {words}
  </a>
)

interface DoNowProps {
  readonly owed: OwedNow
  readonly today: Temporal.PlainDate
  readonly role: StaffRole
}

/** What is owed by today: how much, the first of it, and the way to all of it. */
export const DoNow = ({ owed, today, role }: DoNowProps): Html => (
  <section aria-labelledby="do-now" class="tc-today__section">
    <div class="tc-today__head">
      <h2 class="govuk-heading-m" id="do-now">
        Do now
      </h2>
      {owed.overdue + owed.today > 0 && (
        <p class="govuk-body">
          <Count count={owed.overdue} words="overdue" href="/today/owed?due=overdue" />
          {' · '}
          <Count count={owed.today} words="today" href="/today/owed?due=today" />
        </p>
      )}
    </div>
    {owed.rows.length === 0 ? (
      <EmptyState>Nothing is overdue and nothing more is due today.</EmptyState>
    ) : (
      <OwedGroups rows={owed.rows} today={today} role={role} />
    )}
    <p class="govuk-body tc-no-print">
      <a class="govuk-link" href="/today/owed?whose=">
        Show all that is owed
      </a>
    </p>
  </section>
)
