import type { Day } from '../platform/day.ts'
import type { SettingPeriod, StandardsContext } from './model.ts'

/** A number of a standard, which a service may set to another (product.md marks the unsure ones °). */
export interface Span {
  /** The setting's name, unique over all packs: what the settings page and the table of settings call it. */
  readonly name: string
  readonly standard: number
  readonly unit: 'days' | 'working days'
}

const byName = new WeakMap<StandardsContext['settings'], ReadonlyMap<string, readonly SettingPeriod[]>>()

const periodsOf = (settings: StandardsContext['settings'], name: string): readonly SettingPeriod[] => {
  if (settings.length === 0) return settings
  const known = byName.get(settings) ?? Map.groupBy(settings, (period) => period.name)
  byName.set(settings, known)
  return known.get(name) ?? []
}

const covers = (period: SettingPeriod, day: Day): boolean =>
  period.from <= day && (period.to === null || day <= period.to)

/** The value of a setting on `day` (`to` is the last day it holds), or its standard value where none was set. */
export const settingOn = (context: Pick<StandardsContext, 'settings'>, span: Span, day: Day): number => {
  let found: SettingPeriod | null = null
  for (const period of periodsOf(context.settings, span.name))
    if (covers(period, day) && (found === null || period.from > found.from)) found = period
  return found === null ? span.standard : found.value
}

/**
 * The first day, not before `from`, on which `target` is within the span: "release within 84 days".
 * A change of the setting opens nothing before the day of the change, and closes nothing.
 */
export const firstDayWithin = (
  context: Pick<StandardsContext, 'settings'>,
  span: Span,
  target: Day,
  from: Day,
): Day => {
  const changes = periodsOf(context.settings, span.name).flatMap(({ from: start, to }) =>
    to === null ? [start] : [start, to + 1],
  )
  const starts = [from, ...changes.filter((day) => day > from).sort((a, b) => a - b)]
  for (const [index, start] of starts.entries()) {
    const day = Math.max(start, target - settingOn(context, span, start))
    if (day < (starts[index + 1] ?? Number.POSITIVE_INFINITY)) return day
  }
  return Math.max(from, target)
}
