import { isoDay } from '../../platform/day.ts'
import { type Outcome, outcomes, type ReleaseOutcome, type Window } from './model.ts'

/** The figures of one group of releases, by the names that `measure continuity --json` prints. */
export interface Figures extends Readonly<Record<Outcome, number>> {
  readonly releases: number
  readonly denominator: number
  /** Percent to one decimal; null where the denominator is under ten. */
  readonly rate: number | null
}

/** What no date cuts: episodes that are nobody's yet, and distinct numbers in the feed that nobody has. */
export interface Unmatched {
  readonly unmatched_episodes: { readonly nobody: number; readonly ambiguous: number }
  readonly unknown_people_in_feed: number
}

export interface ContinuityFigures extends Figures, Unmatched {
  readonly from: string
  readonly to: string
  readonly as_of: string
  readonly by_prison?: Readonly<Record<string, Figures>>
}

type Counts = Record<Outcome, number>

/** Counts of outcomes, whole and by prison; grows with the number of prisons, not of people. */
export interface Tally {
  readonly all: Counts
  readonly byPrison: Map<string, Counts>
}

const noCounts = (): Counts => ({
  died: 0,
  started_within_21_days: 0,
  returned_to_custody: 0,
  still_inside_21_days: 0,
  started_later: 0,
  not_started: 0,
  not_known: 0,
})

export const emptyTally = (): Tally => ({ all: noCounts(), byPrison: new Map() })

/** Counts one release, in place. A release whose message names no prison is in the whole alone. */
export const countOutcome = (tally: Tally, { outcome, prison }: ReleaseOutcome): void => {
  tally.all[outcome] += 1
  if (prison === null) return
  const counts = tally.byPrison.get(prison) ?? noCounts()
  counts[outcome] += 1
  tally.byPrison.set(prison, counts)
}

/** A rate of fewer than this many says more about single people than about a service. */
const leastDenominator = 10

const rateOf = (started: number, denominator: number): number | null =>
  denominator < leastDenominator ? null : Math.round((1000 * started) / denominator) / 10

/** Releases, outcomes, denominator and rate of a group. Unknown outcomes stay in the denominator. */
export const figuresOf = (counts: Readonly<Counts>): Figures => {
  const releases = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const denominator = releases - counts.died - counts.still_inside_21_days
  return { releases, ...counts, denominator, rate: rateOf(counts.started_within_21_days, denominator) }
}

const byCode = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1)

const byPrisonOf = (tally: Tally): Readonly<Record<string, Figures>> =>
  Object.fromEntries([...tally.byPrison].sort(byCode).map(([code, counts]) => [code, figuresOf(counts)]))

/** The whole answer of `measure continuity`; `by_prison` is there where it was asked for. */
export const continuityFigures = (
  tally: Tally,
  window: Window,
  unmatched: Unmatched,
  byPrison: boolean,
): ContinuityFigures => ({
  from: isoDay(window.from),
  to: isoDay(window.to),
  as_of: isoDay(window.asOf),
  ...figuresOf(tally.all),
  ...(byPrison ? { by_prison: byPrisonOf(tally) } : {}),
  ...unmatched,
})
