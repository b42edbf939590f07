import type { PersonHeader } from '../../people/index.ts'
import { dayWords, type Html, InsetText, timeWords } from '../../platform/ui/index.ts'
import { purposeWords } from '../model.ts'
import type { PlannedRow } from '../queries/plannedWith.ts'

interface PlannedAlreadyProps {
  readonly rows: readonly PlannedRow[]
  readonly person: PersonHeader
  readonly today: Temporal.PlainDate
}

/** What was planned and not said yet: saying it there asks less than a new contact does. */
export const PlannedAlready = ({ rows, person, today }: PlannedAlreadyProps): Html | null =>
  rows.length === 0 ? null : (
    <InsetText>
      <p class="govuk-body">You planned this. Is it about that?</p>
      <ul class="govuk-list">
        {rows.map(({ id, day, startsAt, purpose }) => (
          <li>
            <a class="govuk-link" href={`/people/${person.id}/contacts/${id}/outcome`}>
              Say what became of “{purposeWords[purpose].toLowerCase()}”, {dayWords(day, today)}
              {startsAt === null ? '' : ` at ${timeWords(startsAt)}`}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
