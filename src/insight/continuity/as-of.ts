import type { Day } from '../../platform/day.ts'
import type { MeasuredEpisode, MeasuredPerson } from './model.ts'

const known = (day: Day | null, asOf: Day): Day | null => (day !== null && day <= asOf ? day : null)

const episodeAsOf = (episode: MeasuredEpisode, asOf: Day): MeasuredEpisode => {
  const end = known(episode.end, asOf)
  const endReason = end === null ? null : episode.endReason
  return {
    setting: episode.setting,
    referral: known(episode.referral, asOf),
    start: known(episode.start, asOf),
    end,
    endReason,
  }
}

const inOrder = { admission: 0, release: 1 } as const

/**
 * A person as known at the end of `asOf`: facts dated later do not exist, date by date, so that an episode
 * that ends later is open while the rest of it stands. A release after the day of death is that death.
 * Movements come in order.
 */
export const personAsOf = (person: MeasuredPerson, asOf: Day): MeasuredPerson => {
  const diedOn = known(person.diedOn, asOf)
  const happened = person.movements.filter(
    ({ type, day }) => day <= asOf && !(type === 'release' && diedOn !== null && diedOn < day),
  )
  return {
    personId: person.personId,
    diedOn,
    movements: happened.sort((one, other) => one.at - other.at || inOrder[one.type] - inOrder[other.type]),
    episodes: person.episodes.map((episode) => episodeAsOf(episode, asOf)),
  }
}
