import { outcomeWords } from '../../casework/index.ts'
import { dayWords, type Html, InsetText, SummaryList, WarningText } from '../../platform/ui/index.ts'
import type { Attempt } from '../queries/attempts.ts'
import type { Departure } from '../queries/departure.ts'
import type { RingDetails } from '../queries/safeToRing.ts'
import { callDays, dayCounter, daysOut, faultOfRinging, safeToRingWords } from '../rules.ts'

interface RingingProps {
  readonly leaving: Departure
  readonly ring: RingDetails
}

/** Whom it is safe to ring, before anything else; or why nobody is to. */
export const SafeToRing = ({ leaving, ring }: RingingProps): Html => {
  const fault = faultOfRinging({ ...leaving, safeToRing: ring.safeToRing })
  if (fault !== null) return <WarningText>{fault}.</WarningText>
  return (
    <SummaryList
      card="Before you ring"
      rows={[
        { key: 'Safe to ring', value: <strong>{safeToRingWords[ring.safeToRing]}</strong> },
        ...(ring.note === null ? [] : [{ key: 'About ringing', value: ring.note }]),
        {
          key: 'Phone',
          value:
            ring.phone === null ? (
              'No number recorded'
            ) : (
              <a class="govuk-link" href={`tel:${ring.phone.replaceAll(' ', '')}`}>
                {ring.phone}
              </a>
            ),
        },
      ]}
    />
  )
}

/** "Day 9 of 21. Calls are due on day 1, 3, 7, 14 and 21, then every week to day 84." */
export const DayCounter = ({
  released,
  today,
}: {
  readonly released: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}): Html => {
  const day = daysOut(released, today)
  const next = callDays.find((call) => call > day)
  const words = dayCounter(released, today)
  return (
    <InsetText>
      <strong>{words.charAt(0).toUpperCase() + words.slice(1)}.</strong> Left {dayWords(released, today)}.
      {next !== undefined && ` Next call on day ${next}, ${dayWords(released.add({ days: next }), today)}.`}
    </InsetText>
  )
}

/** What was tried already. */
export const Attempts = ({
  attempts,
  released,
  today,
}: {
  readonly attempts: readonly Attempt[]
  readonly released: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}): Html => (
  <section aria-labelledby="attempts">
    <h2 class="govuk-heading-m" id="attempts">
      Since they left
    </h2>
    {attempts.length === 0 ? (
      <p class="govuk-body">Nobody has tried yet.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {attempts.map((attempt) => (
          <li>
            Day {daysOut(released, attempt.day)}, {dayWords(attempt.day, today)}:{' '}
            {outcomeWords[attempt.outcome].toLowerCase()}, {attempt.by ?? attempt.service}
            {attempt.words !== null && `. ${attempt.words}`}
          </li>
        ))}
      </ul>
    )}
  </section>
)
