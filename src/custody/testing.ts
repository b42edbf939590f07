import { dayOf } from '../platform/clock.ts'
import { parseDay, parseMoment, startOfDay } from '../platform/moments.ts'
import type { Movement, MovementType } from './model.ts'

const instantOf = (at: string): Temporal.Instant => {
  const day = parseDay(at)
  const instant = day === null ? parseMoment(at) : startOfDay(day)
  if (instant === null) throw new Error(`${at} is no day and no moment`)
  return instant
}

/** A movement as the feed would tell it: `aMovement('release', '2026-06-30T09:00', { establishment: 'MDI' })`. */
export const aMovement = (type: MovementType, at: string, change: Partial<Movement> = {}): Movement => {
  const instant = instantOf(at)
  return {
    source: 'feed',
    prisonNumber: 'A1234BC',
    type,
    instant,
    day: dayOf(instant),
    timeKnown: at.length > 10,
    establishment: 'MDI',
    reason: type.toUpperCase(),
    reasonCode: null,
    reasonKnown: true,
    ...change,
  }
}
