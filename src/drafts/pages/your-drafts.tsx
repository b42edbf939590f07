import { type Html, momentWords } from '../../platform/ui/index.ts'
import type { DraftRow } from '../queries/myDrafts.ts'

interface YourDraftsProps {
  readonly rows: readonly DraftRow[]
  readonly today: Temporal.PlainDate
}

/** What the reader began to write and did not save; nothing where there is none. */
export const YourDrafts = ({ rows, today }: YourDraftsProps): Html | null =>
  rows.length === 0 ? null : (
    <section aria-labelledby="your-drafts" class="tc-today__section tc-no-print">
      <h2 class="govuk-heading-m" id="your-drafts">
        Your drafts
      </h2>
      <ul class="tc-lines">
        {rows.slice(0, 5).map(({ path, title, saved_at }) => (
          <li>
            <div class="tc-duties__what">
              <a class="govuk-link" href={path}>
                {title}
              </a>
              <span class="tc-duties__why">Kept {momentWords(saved_at, today)}, not saved yet</span>
            </div>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="/drafts">
          {rows.length === 1 ? 'See or throw away your draft' : `See all ${rows.length} drafts`}
        </a>
      </p>
    </section>
  )
