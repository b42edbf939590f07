import type { Day } from '../../platform/day.ts'
import type { EndReason, Setting } from '../../standards/model.ts'

/**
 * Where a counted release lands: the first of these that is true, in this order (the continuity measure, to
 * the letter, in the files at the edge).
 */
export const outcomes = [
  'died',
  'started_within_21_days',
  'returned_to_custody',
  'still_inside_21_days',
  'started_later',
  'not_started',
  'not_known',
] as const

export type Outcome = (typeof outcomes)[number]

/** Releases from `from` to `to`, both included, with what was known at the end of `asOf`. */
export interface Window {
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
}

/** The movements that the measure reads: a release is into the community, and nothing else is one. */
export interface MeasuredMovement {
  readonly type: 'admission' | 'release'
  readonly day: Day
  /** Epoch milliseconds, to tell a release from an admission on the same day. */
  readonly at: number
  readonly establishment: string | null
}

export interface MeasuredEpisode {
  readonly setting: Setting
  /** Null only where it is not known yet on the day of the report. */
  readonly referral: Day | null
  /** Start of the first intervention, null where treatment has not started. */
  readonly start: Day | null
  readonly end: Day | null
  readonly endReason: EndReason | null
}

/** All that the measure needs of one person: each movement once, in any order, and their episodes in any order. */
export interface MeasuredPerson {
  readonly personId: string
  /** Day of death, null where none is known. */
  readonly diedOn: Day | null
  readonly movements: readonly MeasuredMovement[]
  readonly episodes: readonly MeasuredEpisode[]
}

/** One counted release, and where it landed. */
export interface ReleaseOutcome {
  readonly personId: string
  readonly releaseDay: Day
  /** The prison named by the release itself. */
  readonly prison: string | null
  readonly outcome: Outcome
  /** The day that decided it: of death, start, return or the end of the refused episode; null for the rest. */
  readonly decidedOn: Day | null
}
