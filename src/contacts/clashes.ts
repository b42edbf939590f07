import { timeZone } from '../platform/clock.ts'
import { dateWords, timeWords } from '../platform/ui/dates.ts'

/** What is to be booked. */
export interface Proposed {
  readonly day: Temporal.PlainDate
  /** Null: no time was said, so that only the day can clash. */
  readonly startsAt: Temporal.Instant | null
  readonly minutes: number
  /** At the cell door, or by phone or letter: doors that are locked are in nobody's way. */
  readonly atTheDoor: boolean
}

/** Something booked already. */
export interface Booking {
  readonly startsAt: Temporal.Instant
  readonly minutes: number
  /** "Lee Whitaker has: One to one, Leeds recovery team". */
  readonly words: string
}

/** When people are behind their doors, in London's time of day. */
export interface RegimePeriod {
  readonly weekdays: readonly number[]
  readonly starts: Temporal.PlainTime
  readonly ends: Temporal.PlainTime
  readonly words: string
}

/** What is known of the day itself. */
export interface DayKnown {
  readonly releaseDay: Temporal.PlainDate | null
  readonly atCourt: boolean
}

/** How long a contact takes where nobody said, in minutes. */
export const usualMinutes = 45

const endOf = (start: Temporal.Instant, minutes: number): Temporal.Instant => start.add({ minutes })

const overlaps = (
  [start, end]: readonly [Temporal.Instant, Temporal.Instant],
  [from, to]: readonly [Temporal.Instant, Temporal.Instant],
): boolean => Temporal.Instant.compare(start, to) < 0 && Temporal.Instant.compare(from, end) < 0

const bookingWarnings = (span: readonly [Temporal.Instant, Temporal.Instant], all: readonly Booking[]) =>
  all
    .filter(({ startsAt, minutes }) => overlaps(span, [startsAt, endOf(startsAt, minutes)]))
    .map(({ words, startsAt }) => `${words} at ${timeWords(startsAt)}`)

const onDay = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()

/** What of the prison's regime a booking falls in: nothing at the cell door, or without a time. */
export const regimeWarnings = (
  { day, startsAt, minutes, atTheDoor }: Proposed,
  regime: readonly RegimePeriod[],
): readonly string[] => {
  if (atTheDoor || startsAt === null) return []
  const span = [startsAt, endOf(startsAt, minutes)] as const
  return regime
    .filter(({ weekdays }) => weekdays.includes(day.dayOfWeek))
    .filter(({ starts, ends }) => overlaps(span, [onDay(day, starts), onDay(day, ends)]))
    .map(
      ({ words, starts, ends }) =>
        `It falls in the prison’s ${words}, ${starts.toString({ smallestUnit: 'minute' })} to ${ends.toString({ smallestUnit: 'minute' })}`,
    )
}

const dayWarnings = (
  { day }: Proposed,
  { releaseDay, atCourt }: DayKnown,
  today: Temporal.PlainDate,
): readonly string[] => [
  ...(releaseDay !== null && Temporal.PlainDate.compare(day, releaseDay) >= 0
    ? [`Their release date is ${dateWords(releaseDay, today)}`]
    : []),
  ...(atCourt ? ['They are due at court that day'] : []),
]

/**
 * What speaks against a booking: other bookings of the person or the worker, the prison's lock-up, a release or
 * court date. Nothing here forbids: whoever books may go on.
 */
export const clashesOf = (
  proposed: Proposed,
  against: {
    readonly bookings: readonly Booking[]
    readonly regime: readonly RegimePeriod[]
    readonly day: DayKnown
  },
  today: Temporal.PlainDate,
): readonly string[] => {
  const known = dayWarnings(proposed, against.day, today)
  if (proposed.startsAt === null) return known
  const span = [proposed.startsAt, endOf(proposed.startsAt, proposed.minutes)] as const
  return [...known, ...bookingWarnings(span, against.bookings), ...regimeWarnings(proposed, against.regime)]
}
