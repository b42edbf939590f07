import { type Day, weekday } from '../platform/day.ts'
import type { Nation, StandardsContext } from './model.ts'

/** Working days of one nation: Monday to Friday less its bank holidays (product.md, "working day"). */
export interface Calendar {
  /** The `count`th working day after `day`. */
  after(day: Day, count: number): Day
  /** The last working day before `day`. */
  before(day: Day): Day
}

/** 1970-01-01 to about 2106: outside it the calendar counts one day at a time. */
const tableDays = 50_000

interface Table {
  /** day → how many working days there were up to and including it */
  readonly ordinal: Int32Array
  /** the nth working day */
  readonly nth: Int32Array
}

const isWorking = (day: Day, holidays: ReadonlySet<Day>): boolean => weekday(day) < 6 && !holidays.has(day)

const tableOf = (holidays: ReadonlySet<Day>): Table => {
  const ordinal = new Int32Array(tableDays)
  const nth = new Int32Array(tableDays)
  let count = 0
  for (let day = 0; day < tableDays; day++) {
    if (isWorking(day, holidays)) nth[++count] = day
    ordinal[day] = count
  }
  return { ordinal, nth: nth.slice(0, count + 1) }
}

const step = (from: Day, count: number, holidays: ReadonlySet<Day>): Day => {
  const direction = count < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day += direction
    if (isWorking(day, holidays)) left--
  }
  return day
}

const calendarOf = (holidays: ReadonlySet<Day>): Calendar => {
  const { ordinal, nth } = tableOf(holidays)
  const lookUp = (position: number | undefined, count: number): Day | undefined =>
    position === undefined || position + count < 1 ? undefined : nth[position + count]
  return {
    after: (day, count) => (count < 1 ? day : (lookUp(ordinal[day], count) ?? step(day, count, holidays))),
    before: (day) => lookUp(ordinal[day - 1], 0) ?? step(day, -1, holidays),
  }
}

const none: ReadonlySet<Day> = new Set()
const calendars = new WeakMap<StandardsContext['holidays'], Map<Nation, Calendar>>()

/** The nation's working days; the table is made once for one set of holidays. */
export const calendarFor = (holidays: StandardsContext['holidays'], nation: Nation): Calendar => {
  const known = calendars.get(holidays) ?? new Map<Nation, Calendar>()
  calendars.set(holidays, known)
  const calendar = known.get(nation) ?? calendarOf(holidays.get(nation) ?? none)
  known.set(nation, calendar)
  return calendar
}
