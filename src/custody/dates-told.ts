import type { Nation } from '../directory/index.ts'
import { dayOf } from '../platform/clock.ts'
import type { Spell } from './model.ts'
import type { ReleaseDateEntry } from './release-date-list.ts'
import { workingReleaseDate } from './release-dates.ts'

/** From a day on, the day of leaving was known to be this one; null: from then on none was known. */
export interface DateTold {
  readonly from: Temporal.PlainDate
  readonly day: Temporal.PlainDate | null
}

interface Recorded {
  readonly on: Temporal.PlainDate
  readonly entry: ReleaseDateEntry
}

const { compare } = Temporal.PlainDate

/** The days of one stay on which something was recorded; what was recorded before it was known at its start. */
const daysToldIn = ({ start, end }: Spell, recorded: readonly Recorded[]): readonly Temporal.PlainDate[] => {
  const days = new Map<string, Temporal.PlainDate>()
  for (const { on } of recorded) {
    if (end !== null && compare(on, end.day) > 0) continue
    const from = start !== null && compare(on, start.day) < 0 ? start.day : on
    days.set(from.toString(), from)
  }
  return [...days.values()].sort(compare)
}

const toldIn = (spell: Spell, recorded: readonly Recorded[], nation: Nation): readonly DateTold[] =>
  daysToldIn(spell, recorded).map((from) => {
    const known = recorded.filter(({ on }) => compare(on, from) <= 0).map(({ entry }) => entry)
    const context = { since: spell.start?.day ?? null, recalled: spell.start?.recall ?? false, nation }
    return { from, day: workingReleaseDate(known, context)?.day ?? null }
  })

/**
 * The day of leaving as it was known, stay by stay, oldest first: what is owed because somebody leaves soon
 * could not be done before anybody had said so. A day counts as it stood at its end.
 */
export const datesTold = (
  entries: readonly ReleaseDateEntry[],
  spells: readonly Spell[],
  nationOf: (establishment: string | null) => Nation,
): readonly DateTold[] => {
  if (entries.length === 0) return []
  const recorded = entries.map((entry) => ({ on: dayOf(entry.recordedAt), entry }))
  return spells.flatMap((spell) => toldIn(spell, recorded, nationOf(spell.start?.establishment ?? null)))
}
