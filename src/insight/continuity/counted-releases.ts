import type { Day } from '../../platform/day.ts'
import type { EndReason } from '../../standards/model.ts'
import type { MeasuredEpisode, MeasuredMovement, MeasuredPerson, Window } from './model.ts'

/** A release that counts, among all that came before and after it. */
export interface CountedRelease {
  readonly release: MeasuredMovement
  /** The day of the next release into the community, counted or not. */
  readonly nextReleaseDay: Day | null
}

/** Days before the release in which a transfer into the community may have been written down. */
const transferDays = 14

/** Ends that leave nothing for a community service to take up, or say that nothing was wanted. */
const noOnwardNeed: ReadonlySet<EndReason> = new Set<EndReason>([
  'completed_drug_free',
  'completed_alcohol_free',
  'completed_occasional_user',
  'declined',
  'died',
])

/** In treatment on the day of release, with an onward need: open, handed over, or cut off by the release. */
const needsOnward = ({ end, endReason }: MeasuredEpisode, releaseDay: Day): boolean => {
  if (end === null || end > releaseDay) return true
  if (endReason === 'transferred_not_in_custody') return end >= releaseDay - transferDays
  return end === releaseDay && endReason !== null && !noOnwardNeed.has(endReason)
}

const treatedInSpell = (episode: MeasuredEpisode, spellStart: Day, releaseDay: Day): boolean =>
  episode.setting === 'custody' &&
  episode.start !== null &&
  episode.start >= spellStart &&
  episode.start <= releaseDay &&
  needsOnward(episode, releaseDay)

/** The first day of the stay that a release ends: its last admission's. Null where none was told of. */
const spellStartBefore = (movements: readonly MeasuredMovement[], position: number): Day | null =>
  movements.slice(0, position).findLast(({ type }) => type === 'admission')?.day ?? null

const nextRelease = (movements: readonly MeasuredMovement[], position: number) =>
  movements.slice(position + 1).find(({ type }) => type === 'release')

/** The releases in the window from a spell in which the person was in treatment, each day once: its last release. */
export const countedReleases = (
  { movements, episodes }: MeasuredPerson,
  { from, to, asOf }: Window,
): readonly CountedRelease[] =>
  movements.flatMap((release, position) => {
    const { type, day } = release
    if (type !== 'release' || day < from || day > to || day > asOf) return []
    const spellStart = spellStartBefore(movements, position)
    if (spellStart === null) return []
    if (!episodes.some((episode) => treatedInSpell(episode, spellStart, day))) return []
    const next = nextRelease(movements, position)
    return next?.day === day ? [] : [{ release, nextReleaseDay: next?.day ?? null }]
  })
