import { timeZone } from './clock.ts'

const dateAndTime =
  /^(\d{4})-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i

const dateAlone = /^(\d{4})-\d{2}-\d{2}$/

/** Years outside of these are slips of the keyboard, not dates of anybody's life or sentence. */
export const isPlausibleYear = (year: number): boolean => year >= 1900 && year <= 2200

/** `YYYY-MM-DD` as a day; null where there is no such day (31 February) or the year cannot be meant. */
export const parseDay = (text: string): Temporal.PlainDate | null => {
  const year = dateAlone.exec(text)?.[1]
  if (year === undefined || !isPlausibleYear(Number(year))) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

/**
 * A date and time as an instant; null where there is no such moment. Without an offset it is London's local
 * time: an hour that came twice is taken as its first, one that the clocks skipped as the same time after
 * the change (Temporal's `compatible`), so that the day never changes.
 */
export const parseMoment = (text: string): Temporal.Instant | null => {
  const parts = dateAndTime.exec(text)
  if (parts === null || !isPlausibleYear(Number(parts[1]))) return null
  try {
    if (parts[2] !== undefined) return Temporal.Instant.from(text)
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant()
  } catch {
    return null
  }
}

/** The first moment of a day in Europe/London. */
export const startOfDay = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime(timeZone).toInstant()
