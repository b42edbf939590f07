import type { Day } from '../platform/day.ts'
import type { FactOf } from './facts.ts'
import type { DateTold } from './model.ts'

/** Later than any day: what has not ended ends then. */
export const never: Day = 0x3fffffff

export type Movement = FactOf<'movement'>

/** A place in custody from a day on. */
export interface Stay {
  readonly from: Day
  readonly establishment: string | null
}

/** The day a prison received somebody: on admission, or from another prison. */
export interface Arrival {
  readonly movement: Movement
  readonly fromAnotherPrison: boolean
}

/** The day somebody leaves; `planned` where there was a date to prepare for. */
export interface Leaving {
  readonly day: Day
  readonly planned: boolean
  /** What was known of it before the stay ended, and since when; empty: it was always known. */
  readonly told: readonly DateTold[]
}

/** One unbroken stay in custody (docs/glossary), as lean as the engine needs it. */
export interface Spell {
  readonly id: string
  readonly beganWith: Movement
  readonly start: Day
  readonly end: Day
  readonly endedBy: Movement | null
  readonly stays: readonly Stay[]
  readonly arrivals: readonly Arrival[]
  readonly leaving: Leaving | null
}

/** The spell that a day falls in (the later of two that share it), or the next to come, or null. */
export const spellAround = (spells: readonly Spell[], day: Day): Spell | null => {
  let next: Spell | null = null
  for (let index = spells.length - 1; index >= 0; index--) {
    const spell = spells[index]
    if (spell === undefined || spell.end < day) break
    if (spell.start <= day) return spell
    next = spell
  }
  return next
}

/** The spell that had last begun by `day`, over or not; before all of them, the first; null without any. */
export const spellUpTo = (spells: readonly Spell[], day: Day): Spell | null =>
  spells.findLast((spell) => spell.start <= day) ?? spells[0] ?? null

/** Where somebody was from a day on, to the day before another. */
export interface Whereabouts {
  readonly establishment: string | null
  readonly from: Day
  readonly to: Day
}

/** Where somebody was on `day` of a spell (before its start: where it began), and from when to when. */
export const whereaboutsOn = (spell: Spell, day: Day): Whereabouts => {
  let establishment = spell.stays[0]?.establishment ?? null
  let from: Day = -never
  for (const stay of spell.stays) {
    if (stay.from > day) return { establishment, from, to: stay.from }
    establishment = stay.establishment ?? establishment
    from = stay.from
  }
  return { establishment, from, to: never + 1 }
}

/** Left for the community, rather than abroad or into another spell. */
export const wasReleased = (spell: Spell): boolean => spell.endedBy?.movement === 'release'
