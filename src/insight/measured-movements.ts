import { distinctMovements, type Movement } from '../custody/index.ts'
import { dayNumber } from '../platform/day.ts'
import type { MeasuredMovement } from './continuity/index.ts'

/** One person's admissions and releases, each once however often and by whichever source it was told. */
export const measuredMovements = (told: readonly Movement[]): readonly MeasuredMovement[] =>
  distinctMovements(told).flatMap(({ type, instant, day, establishment }) =>
    type === 'admission' || type === 'release'
      ? [{ type, day: dayNumber(day), at: instant.epochMilliseconds, establishment }]
      : [],
  )
