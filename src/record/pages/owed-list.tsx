import { Button, Details, Due, dateAndAway, EmptyState, type Html } from '../../platform/ui/index.ts'
import type { Owed } from '../owed.ts'

interface OwedProps {
  readonly owed: Owed
  readonly today: Temporal.PlainDate
}

const OwedItem = ({ owed, today }: OwedProps): Html => (
  <li class="tc-owed">
    <div>
      <h3 class="govuk-heading-s">{owed.title}</h3>
      <p class="govuk-body">
        {owed.opens === null ? (
          <Due due={owed.due} today={today} />
        ) : (
          `Opens ${dateAndAway(owed.opens, today)}`
        )}
      </p>
      <p class="govuk-body-s">{[owed.why, `To be done by ${owed.by}.`].filter(Boolean).join('. ')}</p>
      {owed.source !== '' && <p class="govuk-hint govuk-!-font-size-16">Source: {owed.source}</p>}
    </div>
    {owed.button !== null && owed.opens === null && (
      <Button text={owed.button.text} href={owed.button.href} kind="secondary" about={`: ${owed.title}`} />
    )}
  </li>
)

interface OwedListProps {
  readonly owed: readonly Owed[]
  readonly today: Temporal.PlainDate
  readonly name: string
}

const shownFirst = 3

/** What is owed to somebody: the next three, then all. */
export const OwedList = ({ owed, today, name }: OwedListProps): Html => {
  if (owed.length === 0) return <EmptyState>Nothing is owed to {name} that you may see.</EmptyState>
  const rest = owed.slice(shownFirst)
  return (
    <>
      <ul class="govuk-list">
        {owed.slice(0, shownFirst).map((each) => (
          <OwedItem owed={each} today={today} />
        ))}
      </ul>
      {rest.length > 0 && (
        <Details summary={`${rest.length} more, now or later`}>
          <ul class="govuk-list">
            {rest.map((each) => (
              <OwedItem owed={each} today={today} />
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
