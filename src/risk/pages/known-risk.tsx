import { type Html, InsetText, WarningText } from '../../platform/ui/index.ts'
import type { RaisedRow } from '../queries/raisedRisks.ts'
import { type Raised, sayRaised } from '../raised.ts'

interface RaisedListProps {
  readonly raised: readonly RaisedRow[]
  readonly today: Temporal.PlainDate
}

const Reason = ({ why, due }: Raised): Html => (
  <li>
    {why}: {due}
  </li>
)

/** What raised a risk by itself, each with its reason and by when it is to be looked at. */
export const RaisedList = ({ raised, today }: RaisedListProps): Html | null =>
  raised.length === 0 ? null : (
    <InsetText>
      <h2 class="govuk-heading-s">Look at the risks again</h2>
      <ul class="govuk-list govuk-list--bullet">
        {raised.map((row) => (
          <Reason {...sayRaised(row, today)} />
        ))}
      </ul>
    </InsetText>
  )

/** What to know of tolerance. */
export const Tolerance = ({ words }: { readonly words: string | null }): Html | null =>
  words === null ? null : <WarningText>{words}</WarningText>
