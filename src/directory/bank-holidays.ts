import Holidays from 'date-holidays'
import { type Day, dayNumber } from '../platform/day.ts'
import type { Nation } from './model.ts'

const regions: Readonly<Record<Nation, string>> = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  northern_ireland: 'NIR',
}

/**
 * Proclaimed for one year, and not in the package. Scotland, 15 June 2026: proclaimed on 4 February 2026 under the
 * Banking and Financial Dealings Act 1971 (independent.co.uk, "bank holiday", b2914436).
 */
const proclaimed: Readonly<Partial<Record<Nation, readonly string[]>>> = { scotland: ['2026-06-15'] }

const calendars = new Map<Nation, Holidays>()

const calendarOf = (nation: Nation): Holidays => {
  const known = calendars.get(nation)
  if (known !== undefined) return known
  const calendar = new Holidays('GB', regions[nation], { types: ['public', 'bank'] })
  calendars.set(nation, calendar)
  return calendar
}

const years = new Map<string, ReadonlySet<Day>>()

/** A year's bank holidays, from the `date-holidays` package and what was proclaimed besides; kept, since a year never changes while we run. */
const holidaysOf = (nation: Nation, year: number): ReadonlySet<Day> => {
  const key = `${nation} ${year}`
  const kept = years.get(key)
  if (kept !== undefined) return kept
  const known = calendarOf(nation)
    .getHolidays(year)
    .map(({ date }) => date.slice(0, 10))
  const once = (proclaimed[nation] ?? []).filter((date) => date.startsWith(`${year}-`))
  const days = new Set([...known, ...once].map((date) => dayNumber(Temporal.PlainDate.from(date))))
  years.set(key, days)
  return days
}

/** Whether a day is a bank holiday in that nation (substitute days included). */
export const isBankHoliday = (day: Temporal.PlainDate, nation: Nation): boolean =>
  holidaysOf(nation, day.year).has(dayNumber(day))

/** Monday to Friday less the nation's bank holidays. */
export const isWorkingDay = (day: Temporal.PlainDate, nation: Nation): boolean =>
  day.dayOfWeek <= 5 && !isBankHoliday(day, nation)

/** The working day `count` working days after `day` (before it where `count` is negative); `day` itself for 0. */
export const addWorkingDays = (
  day: Temporal.PlainDate,
  count: number,
  nation: Nation,
): Temporal.PlainDate => {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = at.add({ days: step })
    if (isWorkingDay(at, nation)) left -= 1
  }
  return at
}

/** The last working day before `day`. */
export const workingDayBefore = (day: Temporal.PlainDate, nation: Nation): Temporal.PlainDate =>
  addWorkingDays(day, -1, nation)

/** The next working day after `day`. */
export const workingDayAfter = (day: Temporal.PlainDate, nation: Nation): Temporal.PlainDate =>
  addWorkingDays(day, 1, nation)

/** Every bank holiday of a nation from `from` to `to`, both included, as day numbers for the engine. */
export const holidayDays = (
  nation: Nation,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): ReadonlySet<Day> => {
  const days = new Set<Day>()
  for (let year = from.year; year <= to.year; year += 1)
    for (const day of holidaysOf(nation, year))
      if (day >= dayNumber(from) && day <= dayNumber(to)) days.add(day)
  return days
}
