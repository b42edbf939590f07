import { outcomeWords } from '../../casework/index.ts'
import { dayWords, type Html, InsetText, SummaryList, WarningText } from '../../platform/ui/index.ts'
import type { Attempt } from '../queries/attempts.ts'
import type { Departure } from '../queries/departure.ts'
import type { RingDetails } from '../queries/safeToRing.ts'
import { callDays, callToMake, dayCounter, daysOut, faultOfRinging, safeToRingWords } from '../rules.ts'

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

interface CounterProps {
  readonly released: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly attempts: readonly Attempt[]
  /** Nothing stands against ringing them. */
  readonly rings: boolean
}

const callWords = ({ released, today, attempts }: CounterProps): string => {
  const day = daysOut(released, today)
  const call = callToMake(
    day,
    attempts.map((attempt) => daysOut(released, attempt.day)),
  )
  const dated = (on: number): string => `day ${on}, ${dayWords(released.add({ days: on }), today)}`
  const next = callDays.find((each) => each > day)
  return [
    ...(call === null
      ? []
      : [call === day ? 'A call is due today.' : `The call of ${dated(call)}, is still to be made.`]),
    ...(next === undefined ? [] : [`Next call on ${dated(next)}.`]),
  ].join(' ')
}

/** "Day 9 of 21. The call of day 7, Saturday 21 November, is still to be made. Next call on day 14, Saturday 28 November." */
export const DayCounter = (props: CounterProps): Html => {
  const { released, today, rings } = props
  const words = dayCounter(released, today)
  return (
    <InsetText>
      <strong>{words.charAt(0).toUpperCase() + words.slice(1)}.</strong> Left {dayWords(released, today)}.
      {rings && ` ${callWords(props)}`}
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
