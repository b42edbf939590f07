import type { Day } from '../platform/day.ts'
import type { Calendar } from './calendar.ts'
import type { StandardsContext } from './model.ts'
import type { Occasion } from './occasions/occasion.ts'
import { firstDayWithin, type Span, settingOn } from './settings.ts'
import { type Leaving, never } from './spells.ts'
import type { Due, Opening } from './standard.ts'

type Settings = Pick<StandardsContext, 'settings'>

/** There is a date to count back from; who left by surprise had none while they were here. */
const countsBack = (leaving: Leaving, opens: Extract<Opening, { rule: 'before release' }>): boolean =>
  leaving.planned || opens.withoutDate === 'not'

/**
 * The day since which it is known that they leave soon, not before `since`; where what was said before said
 * so too, since then. `soonFrom` is the first day, not before `from`, on which a release counts as soon.
 */
const knownFrom = (
  { told, planned }: Leaving,
  since: Day,
  soonFrom: (release: Day, from: Day) => Day,
): Day => {
  if (!planned) return since
  let known: Day | null = null
  for (const [index, { from, day }] of told.entries()) {
    const start = Math.max(from, since)
    const soon = day === null ? never : soonFrom(day, start)
    if (soon > start) known = null
    if (soon < (told[index + 1]?.from ?? never)) known ??= soon
  }
  return known ?? since
}

/** The day it would open, had everything been known from the start. */
export const windowDay = (
  settings: Settings,
  opens: Opening | null,
  { leaving, day }: Occasion,
  opensOn: Day,
): Day =>
  opens?.rule === 'before release' && leaving !== null
    ? Math.min(opensOn, firstDayWithin(settings, opens.span, leaving.day, day))
    : opensOn

/** The day an obligation opens, or null where nothing is promised yet. */
export const openingDay = (settings: Settings, opens: Opening | null, occasion: Occasion): Day | null => {
  if (opens === null) return occasion.day
  if (opens.rule === 'days after') return occasion.day + opens.days
  if (opens.rule === 'days after span') return occasion.day + settingOn(settings, opens.span, occasion.day)
  const { leaving, day } = occasion
  if (leaving !== null && countsBack(leaving, opens)) {
    const soonFrom = (release: Day, from: Day): Day => firstDayWithin(settings, opens.span, release, from)
    return Math.max(soonFrom(leaving.day, day), knownFrom(leaving, day, soonFrom))
  }
  return opens.withoutDate === 'not' ? null : occasion.takenOn
}

const counted = (calendar: Calendar, span: Span, from: Day, number: number): Day =>
  span.unit === 'days' ? from + number : calendar.after(from, number)

/** Nobody can be late for a day that nobody knew: without a planned date, the last working day before. */
const beforeRelease = (
  settings: Settings,
  calendar: Calendar,
  span: Span,
  leaving: Leaving,
  opensOn: Day,
): Day => {
  if (!leaving.planned) return calendar.before(leaving.day)
  const days = settingOn(settings, span, opensOn)
  const known = knownFrom(leaving, opensOn, (release, from) => Math.max(from, release - days))
  return Math.max(leaving.day - days, known)
}

/** The last working day before they leave, or the day on which that was told where it had passed. */
const lastDayFor = (calendar: Calendar, leaving: Leaving, opensOn: Day): Day =>
  Math.max(
    calendar.before(leaving.day),
    knownFrom(leaving, opensOn, (release, from) => Math.max(from, calendar.before(release))),
  )

const byRule = (
  settings: Settings,
  calendar: Calendar,
  due: Due,
  occasion: Occasion,
  opensOn: Day,
): Day | null => {
  const { leaving, deadline } = occasion
  switch (due.rule) {
    case 'same day':
      return opensOn
    case 'after':
      return counted(calendar, due.span, opensOn, settingOn(settings, due.span, opensOn))
    case 'as agreed':
      return occasion.day + (occasion.agreedDays ?? settingOn(settings, due.span, opensOn))
    case 'before release':
      return leaving === null ? null : beforeRelease(settings, calendar, due.span, leaving, opensOn)
    case 'release day':
      return leaving?.day ?? null
    case 'before they may walk out':
      return deadline === null ? null : lastDayFor(calendar, deadline, opensOn)
  }
}

/**
 * The day it is due, never before it opens, or null where nothing can be due. "A due date that would fall
 * after release is the earlier of its rule and the last working day before release; if that has passed, today"
 * (product.md): the day on which the date was told, since nobody is late for a day that nobody had told.
 */
export const dueDay = (
  settings: Settings,
  calendar: Calendar,
  due: Due,
  occasion: Occasion,
  opensOn: Day,
): Day | null => {
  const day = byRule(settings, calendar, due, occasion, opensOn)
  if (day === null) return null
  const { leaving } = occasion
  const afterRelease = leaving?.planned === true && day > leaving.day
  return Math.max(opensOn, afterRelease ? Math.min(day, lastDayFor(calendar, leaving, opensOn)) : day)
}
