import { dayNumber } from '../../platform/day.ts'
import type { MeasuredEpisode, MeasuredMovement, MeasuredPerson, Window } from './model.ts'

const dayOf = (date: string): number => dayNumber(Temporal.PlainDate.from(date))

const optional = (date: string | undefined): number | null => (date === undefined ? null : dayOf(date))

const hour = 3_600_000

const movement =
  (type: MeasuredMovement['type'], defaultHour: number) =>
  (date: string, establishment: string | null = 'MDI', at = defaultHour): MeasuredMovement => {
    const day = dayOf(date)
    return { type, day, at: day * 24 * hour + at * hour, establishment }
  }

/** Admitted on a day, in the afternoon unless an hour is given. */
export const admitted = movement('admission', 15)

/** Released into the community on a day, in the morning unless an hour is given. */
export const released = movement('release', 9)

interface EpisodeDates {
  readonly referral?: string
  readonly start?: string
  readonly end?: string
  readonly reason?: MeasuredEpisode['endReason']
}

const episode =
  (setting: MeasuredEpisode['setting']) =>
  ({ referral = '2025-01-01', start, end, reason }: EpisodeDates): MeasuredEpisode => ({
    setting,
    referral: dayOf(referral),
    start: optional(start),
    end: optional(end),
    endReason: reason ?? null,
  })

export const inCustody = episode('custody')
export const inCommunity = episode('community')

/** A person with these movements and episodes, and a day of death if there is one. */
export const aPerson = (
  movements: readonly MeasuredMovement[],
  episodes: readonly MeasuredEpisode[],
  diedOn?: string,
): MeasuredPerson => ({ personId: 'p', diedOn: optional(diedOn), movements, episodes })

export const aWindow = (from: string, to: string, asOf: string): Window => ({
  from: dayOf(from),
  to: dayOf(to),
  asOf: dayOf(asOf),
})
