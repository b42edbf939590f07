import { timeZone } from '../platform/clock.ts'

/** A day and a time of that day in London as a moment; null without a time. */
export const momentOf = (
  day: Temporal.PlainDate,
  time: Temporal.PlainTime | null,
): Temporal.Instant | null =>
  time === null ? null : day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()

/** The keys of a table of words, as the choices of a field. */
export const choicesOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
