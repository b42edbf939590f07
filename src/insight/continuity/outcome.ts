import type { Day } from '../../platform/day.ts'
import { personAsOf } from './as-of.ts'
import { type CountedRelease, countedReleases } from './counted-releases.ts'
import {
  type MeasuredEpisode,
  type MeasuredPerson,
  type Outcome,
  outcomes,
  type ReleaseOutcome,
  type Window,
} from './model.ts'

/** The last day on which a start is in time: the day of release is day 0. */
export const lastDay = 21

/** How long before the release a community service may have been asked. */
export const referralDays = 84

interface Case extends CountedRelease {
  readonly person: MeasuredPerson
  readonly asOf: Day
}

/** `false`: it did not happen; `null`: it did, without a day of its own; else the day that decided. */
type Decision = Day | null | false

const earliest = (days: readonly Day[]): Decision => (days.length === 0 ? false : Math.min(...days))

const community = ({ person }: Case): readonly MeasuredEpisode[] =>
  person.episodes.filter(({ setting }) => setting === 'community')

const starts = (one: Case): readonly Day[] =>
  community(one).flatMap(({ start }) => (start === null ? [] : [start]))

const isInTime = (day: Day, { release }: Case): boolean => day >= release.day && day <= release.day + lastDay

const died = (one: Case): Decision => {
  const { diedOn } = one.person
  return diedOn !== null && isInTime(diedOn, one) ? diedOn : false
}

const startedInTime = (one: Case): Decision => earliest(starts(one).filter((day) => isInTime(day, one)))

const returned = (one: Case): Decision => {
  const { movements } = one.person
  const later = movements.slice(movements.indexOf(one.release) + 1)
  const admissions = later.filter(({ type, day }) => type === 'admission' && isInTime(day, one))
  return earliest(admissions.map(({ day }) => day))
}

const stillInside = ({ release, asOf }: Case): Decision => (asOf <= release.day + lastDay ? null : false)

const startedLater = (one: Case): Decision => {
  const { release, nextReleaseDay } = one
  return earliest(
    starts(one).filter(
      (day) => day > release.day + lastDay && (nextReleaseDay === null || day < nextReleaseDay),
    ),
  )
}

const wasAsked = (referral: Day | null, { release }: Case): boolean =>
  referral !== null && referral >= release.day - referralDays && referral <= release.day + lastDay

/** A community service was asked, and said that the person declined or did not come. */
const notStarted = (one: Case): Decision =>
  earliest(
    community(one).flatMap(({ start, referral, end, endReason }) => {
      const refused = endReason === 'declined' || endReason === 'dropped_out'
      return start === null && wasAsked(referral, one) && refused && end !== null ? [end] : []
    }),
  )

const decisions: Readonly<Record<Outcome, (one: Case) => Decision>> = {
  died,
  started_within_21_days: startedInTime,
  returned_to_custody: returned,
  still_inside_21_days: stillInside,
  started_later: startedLater,
  not_started: notStarted,
  not_known: () => null,
}

const outcomeOf = (one: Case): Pick<ReleaseOutcome, 'outcome' | 'decidedOn'> => {
  for (const outcome of outcomes) {
    const decidedOn = decisions[outcome](one)
    if (decidedOn !== false) return { outcome, decidedOn }
  }
  return { outcome: 'not_known', decidedOn: null }
}

/**
 * The counted releases of one person and where each landed: the continuity measure of the files at the edge,
 * to the letter. Reads nothing but its arguments, so that people can be streamed through it one by one.
 */
export const outcomesOfPerson = (person: MeasuredPerson, window: Window): readonly ReleaseOutcome[] => {
  const known = personAsOf(person, window.asOf)
  return countedReleases(known, window).map((counted) => ({
    personId: person.personId,
    releaseDay: counted.release.day,
    prison: counted.release.establishment,
    ...outcomeOf({ ...counted, person: known, asOf: window.asOf }),
  }))
}
