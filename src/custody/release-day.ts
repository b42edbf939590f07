import { isBankHoliday, isWorkingDay, type Nation, workingDayBefore } from '../directory/index.ts'
import type { ReleaseDateType } from './release-date-types.ts'

/** One step from the recorded date to the day somebody is expected to leave. */
export interface ReleaseDayStep {
  readonly because: 'not_a_working_day' | 'friday_rule'
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

export interface ReleaseDayContext {
  readonly nation: Nation
  /** The current admission or recall, null where it is not known. */
  readonly since: Temporal.PlainDate | null
}

/** Decided for this person, not calculated: taken as they are by the Friday rule (curfew and parole). */
const decided: ReadonlySet<ReleaseDateType> = new Set<ReleaseDateType>(['CONF', 'APD', 'HDCAD'])

/** A day after which services are shut: a Friday, or the day before a bank holiday. */
const isBeforeClosedDay = (day: Temporal.PlainDate, nation: Nation): boolean =>
  day.dayOfWeek === 5 || isBankHoliday(day.add({ days: 1 }), nation)

/** Days served that the Act asks for. */
const leastDaysServed = 28

/**
 * Whether a release on this day is presumed to move one working day earlier: the Offenders (Day of Release
 * from Detention) Act 2023, England and Wales, for sentences of which 28 days were served, neither curfew
 * nor parole (domain facts, section 5.6).
 */
const fallsUnderFridayRule = (
  type: ReleaseDateType,
  day: Temporal.PlainDate,
  { nation, since }: ReleaseDayContext,
): boolean => {
  const isCovered = (nation === 'england' || nation === 'wales') && !decided.has(type)
  const served = since === null ? leastDaysServed : since.until(day, { largestUnit: 'days' }).days
  return isCovered && served >= leastDaysServed && isBeforeClosedDay(day, nation)
}

/**
 * How a recorded date becomes the day of leaving: a calculated date on a weekend or bank holiday is the
 * working day before, and then the Friday rule applies. A confirmed date is taken as it is.
 */
export const releaseDaySteps = (
  type: ReleaseDateType,
  recorded: Temporal.PlainDate,
  context: ReleaseDayContext,
): readonly ReleaseDayStep[] => {
  const steps: ReleaseDayStep[] = []
  let day = recorded
  const moveBack = (because: ReleaseDayStep['because']): void => {
    const to = workingDayBefore(day, context.nation)
    steps.push({ because, from: day, to })
    day = to
  }
  if (type !== 'CONF' && !isWorkingDay(day, context.nation)) moveBack('not_a_working_day')
  if (fallsUnderFridayRule(type, day, context)) moveBack('friday_rule')
  return steps
}

const whoCanAsk: Readonly<Record<Nation, string>> = {
  england: 'The community offender manager can ask the prison for an earlier day.',
  wales: 'The community offender manager can ask the prison for an earlier day.',
  scotland: 'The prison can be asked to bring the release forward by up to two days.',
  northern_ireland: 'Ask the prison whether the day can move.',
}

/** What to warn of on the day of leaving, in sentences that say who can ask for another day. */
export const releaseDayWarnings = (day: Temporal.PlainDate, nation: Nation): readonly string[] => {
  if (!isWorkingDay(day, nation))
    return [`This is a weekend or a bank holiday: few services are open. ${whoCanAsk[nation]}`]
  if (!isBeforeClosedDay(day, nation)) return []
  const which = day.dayOfWeek === 5 ? 'This is a Friday' : 'This is the day before a bank holiday'
  return [`${which}: few services can see anybody before the next working day. ${whoCanAsk[nation]}`]
}
