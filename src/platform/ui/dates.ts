import { dayOf, timeZone } from '../clock.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date of birth as far as it is known: the day, the month, or the year alone. */
export type Birth = Temporal.PlainDate | Temporal.PlainYearMonth | { readonly year: number }

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const daysFrom = (today: Temporal.PlainDate, date: Temporal.PlainDate): number =>
  today.until(date, { largestUnit: 'days' }).days

const monthOf = (date: { readonly month: number }): string => months[date.month - 1] ?? ''

/** "4 March 1989": a date in the past that is somebody's own, always with its year. */
export const fullDate = (date: Temporal.PlainDate): string => `${date.day} ${monthOf(date)} ${date.year}`

/** "Thursday 26 November", with the year where it is not this one. */
export const dateWords = (date: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const words = `${weekdays[date.dayOfWeek - 1]} ${date.day} ${monthOf(date)}`
  return date.year === today.year ? words : `${words} ${date.year}`
}

const nearWords = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])

/** "yesterday", "today", "tomorrow", else "Thursday 26 November". */
export const dayWords = (date: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  nearWords.get(daysFrom(today, date)) ?? dateWords(date, today)

/** "today", "tomorrow", "in 12 days", "yesterday", "3 days ago". */
export const awayWords = (date: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const away = daysFrom(today, date)
  return nearWords.get(away) ?? (away > 0 ? `in ${days(away)}` : `${days(-away)} ago`)
}

/** "Friday 4 December, in 12 days"; "today, Sunday 22 November". */
export const dateAndAway = (date: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const near = nearWords.get(daysFrom(today, date))
  return near === undefined
    ? `${dateWords(date, today)}, ${awayWords(date, today)}`
    : `${near}, ${dateWords(date, today)}`
}

/** "overdue by 3 days", "due today", "due tomorrow", "due Thursday 26 November". */
export const dueWords = (due: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const away = daysFrom(today, due)
  return away < 0 ? `overdue by ${days(-away)}` : `due ${dayWords(due, today)}`
}

/** "09:30" in Europe/London. */
export const timeWords = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** "today at 09:30", "Thursday 26 November at 14:00", in Europe/London. */
export const momentWords = (instant: Temporal.Instant, today: Temporal.PlainDate): string =>
  `${dayWords(dayOf(instant), today)} at ${timeWords(instant)}`

/** Whole years of age today; somebody born on 29 February comes of age on 1 March. */
export const ageOn = (birth: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  birth.until(today, { largestUnit: 'years' }).years

/** "4 March 1989 (37)"; "March 1989 (about 37)"; "1989 (about 37)"; "not known". */
export const birthWords = (birth: Birth | undefined, today: Temporal.PlainDate): string => {
  if (birth === undefined) return 'not known'
  if (birth instanceof Temporal.PlainDate) return `${fullDate(birth)} (${ageOn(birth, today)})`
  const about = `(about ${today.year - birth.year})`
  return 'month' in birth ? `${monthOf(birth)} ${birth.year} ${about}` : `${birth.year} ${about}`
}

/** A first letter made large: "Overdue by 3 days" from "overdue by 3 days". */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
