/**
 * A day as whole days since 1970-01-01 in Europe/London. Only where thousands of people are worked
 * through at once (the engine, the measure, the feed); everywhere else a day is a `PlainDate`.
 */
export type Day = number

const epoch = Temporal.PlainDate.from('1970-01-01')
const millisecondsADay = 86_400_000

export const dayNumber = (date: Temporal.PlainDate): Day => epoch.until(date, { largestUnit: 'days' }).days

export const plainDate = (day: Day): Temporal.PlainDate => epoch.add({ days: day })

/** Monday is 1, Sunday is 7. */
export const weekday = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** `YYYY-MM-DD` of a day, without making a `PlainDate`. */
export const isoDay = (day: Day): string => new Date(day * millisecondsADay).toISOString().slice(0, 10)
