import type { Movement } from '../custody/index.ts'
import type { Day } from '../platform/day.ts'
import { plainDate } from '../platform/day.ts'
import type { EndReason, Setting } from '../standards/model.ts'
import {
  lastDay,
  type MeasuredEpisode,
  outcomesOfPerson,
  type ReleaseOutcome,
  referralDays,
  type Window,
} from './continuity/index.ts'
import { measuredMovements } from './measured-movements.ts'

/** A movement as the database hands it to the measure: days since 1970-01-01, moments in milliseconds. */
interface ToldMovement
  extends Pick<
    Movement,
    'source' | 'type' | 'timeKnown' | 'establishment' | 'reason' | 'reasonCode' | 'reasonKnown'
  > {
  readonly at: number
  readonly day: Day
}

export interface TeamEpisode extends MeasuredEpisode {
  readonly id: string
  readonly serviceId: string
  readonly setting: Setting
  readonly endReason: EndReason | null
  /** False: theirs by initials, date of birth and sex alone. It counts, and is shown to nobody. */
  readonly confirmed: boolean
}

/** What continuity is measured from, of one person whom a team released or received. */
export interface TeamRecord {
  readonly personId: string
  readonly diedOn: Day | null
  readonly movements: readonly ToldMovement[]
  readonly episodes: readonly TeamEpisode[]
  /** Hand-overs that a community service accepted, and on which day. */
  readonly accepted: readonly { readonly serviceId: string; readonly day: Day }[]
}

/** A counted release, with the community service it belongs to. */
export interface TeamRelease extends ReleaseOutcome {
  /** Null: no community service is known to have been asked. */
  readonly serviceId: string | null
  /** The episode that decided the outcome, where one did. */
  readonly decidedBy: string | null
  /** False: it counts as it does only by a match on initials that nobody has confirmed. */
  readonly confirmed: boolean
}

const asMovement = (told: ToldMovement): Movement => ({
  ...told,
  prisonNumber: '',
  instant: Temporal.Instant.fromEpochMilliseconds(told.at),
  day: plainDate(told.day),
})

const decidedIt =
  ({ outcome, decidedOn }: ReleaseOutcome) =>
  ({ start, end, endReason }: TeamEpisode): boolean => {
    if (outcome === 'started_within_21_days' || outcome === 'started_later') return start === decidedOn
    const refused = endReason === 'declined' || endReason === 'dropped_out'
    return outcome === 'not_started' && start === null && refused && end === decidedOn
  }

const inCommunity = ({ episodes }: TeamRecord): readonly TeamEpisode[] =>
  episodes.filter(({ setting }) => setting === 'community')

/**
 * Who took the person on: the last service that accepted a hand-over, else the last that had a referral, from
 * 84 days before the release to day 21 and by `asOf`.
 */
const whoTookThemOn = (release: ReleaseOutcome, record: TeamRecord, asOf: Day): string | null => {
  const until = Math.min(asOf, release.releaseDay + lastDay)
  const around = (day: Day | null): boolean =>
    day !== null && day >= release.releaseDay - referralDays && day <= until
  const latest = <One>(some: readonly One[], dayOf: (one: One) => Day | null): One | undefined =>
    some
      .filter((one) => around(dayOf(one)))
      .toSorted((one, other) => (dayOf(one) ?? 0) - (dayOf(other) ?? 0))
      .at(-1)
  const took = latest(record.accepted, ({ day }) => day)
  return (took ?? latest(inCommunity(record), ({ referral }) => referral))?.serviceId ?? null
}

/** The community service a release belongs to: the one whose record decided it, else the one that took them on. */
const belongsTo = (
  release: ReleaseOutcome,
  record: TeamRecord,
  asOf: Day,
): Pick<TeamRelease, 'serviceId' | 'decidedBy'> => {
  const decided = inCommunity(record).find(decidedIt(release))
  return {
    serviceId: decided?.serviceId ?? whoTookThemOn(release, record, asOf),
    decidedBy: decided?.id ?? null,
  }
}

const isSame = (one: ReleaseOutcome, other: ReleaseOutcome): boolean =>
  one.releaseDay === other.releaseDay && one.outcome === other.outcome && one.decidedOn === other.decidedOn

/** One person's counted releases in the window, by the measure's own rule, and to whom each belongs. */
export const teamReleases = (record: TeamRecord, window: Window): readonly TeamRelease[] => {
  const { personId, diedOn, episodes } = record
  const person = {
    personId,
    diedOn,
    episodes,
    movements: measuredMovements(record.movements.map(asMovement)),
  }
  const sure = episodes.filter(({ confirmed }) => confirmed)
  const surely =
    sure.length === episodes.length ? null : outcomesOfPerson({ ...person, episodes: sure }, window)
  return outcomesOfPerson(person, window).map((release) => ({
    ...release,
    ...belongsTo(release, record, window.asOf),
    confirmed: surely === null || surely.some((other) => isSame(release, other)),
  }))
}
