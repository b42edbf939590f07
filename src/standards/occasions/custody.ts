import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import { type Arrival, never, type Spell } from '../spells.ts'
import {
  custodyAround,
  type EpisodeOccasion,
  endingBy,
  endingOf,
  firstOf,
  inSpell,
  type NaloxoneOccasion,
  type Occasion,
  type ScreenOccasion,
  type TransferOccasion,
} from './occasion.ts'

const nextArrival = (spell: Spell, arrival: Arrival): Arrival | undefined =>
  spell.arrivals[spell.arrivals.indexOf(arrival) + 1]

const screenedBefore = (c: Case, spell: Spell, arrival: Arrival): boolean =>
  c.facts
    .of('arrival_screen')
    .some((screen) => screen.day >= spell.start && screen.day < arrival.movement.day)

/** An arrival that was not screened ends where the next prison receives them, and owes its own. */
export const arrivals = (c: Case): Occasion[] =>
  c.spells.flatMap((spell) =>
    spell.arrivals
      .filter((arrival) => !arrival.fromAnotherPrison || !screenedBefore(c, spell, arrival))
      .map((arrival) => ({
        ...inSpell(spell, arrival.movement),
        id: arrival.movement.id,
        ...firstOf(endingBy(nextArrival(spell, arrival)?.movement), endingOf(spell)),
      })),
  )

const openOn = (episode: Episode, day: number): boolean => episode.openedOn <= day && episode.endedOn > day

export const transfers = (c: Case): TransferOccasion[] =>
  c.spells.flatMap((spell) =>
    spell.arrivals.flatMap((arrival) => {
      const { movement } = arrival
      const episode = c.inCustody.findLast((one) => openOn(one, movement.day))
      if (!arrival.fromAnotherPrison || episode === undefined) return []
      const until = firstOf(
        endingBy(nextArrival(spell, arrival)?.movement),
        endingOf(spell),
        endingBy(episode.endedBy),
      )
      const about = { id: movement.id, subjectId: episode.id, arrivedAt: movement.at }
      return [{ ...inSpell(spell, movement), ...until, ...about }]
    }),
  )

export const screens = (c: Case): ScreenOccasion[] =>
  c.facts.of('arrival_screen').map((screen) => {
    const { spell, ending } = custodyAround(c, screen.day)
    return { ...inSpell(spell, screen), id: screen.id, ...firstOf(ending), screen }
  })

const deadlineIn = (c: Case, { spell, day }: ScreenOccasion): number | null => {
  const days = c.facts
    .of('court_date')
    .filter((court) => court.courtDay >= day && custodyAround(c, court.day).spell === spell)
    .map((court) => court.courtDay)
  if (spell?.leaving) days.push(spell.leaving.day)
  return days.length === 0 ? null : Math.min(...days)
}

export const naloxone = (c: Case, screened: readonly ScreenOccasion[]): NaloxoneOccasion[] => {
  const indicated = screened.filter((one) => one.screen.naloxoneIndicated)
  return indicated
    .filter((one) => indicated.find((other) => other.spell === one.spell) === one)
    .map((one) => ({ ...one, deadline: deadlineIn(c, one) }))
}

export const referrals = (c: Case): EpisodeOccasion[] =>
  c.inCustody.flatMap((episode) => {
    if (episode.referral === null) return []
    const { spell, ending } = custodyAround(c, episode.openedOn)
    const about = { id: episode.key, subjectId: episode.id, episodeId: episode.id }
    return [{ ...inSpell(spell, episode.referral), ...about, ...firstOf(endingBy(episode.endedBy), ending) }]
  })

/** They left with an episode open: it still needs an end with a reason, unless they come back first. */
const leftOpen = (c: Case, episode: Episode): EpisodeOccasion[] =>
  c.spells.flatMap((spell, index) => {
    const { endedBy } = spell
    if (endedBy === null || endedBy.movement === 'admission' || !openOn(episode, spell.end)) return []
    const alreadyOwed = episode.treatmentEnds.some(
      ({ fact, until }) => fact.day <= spell.end && until === never,
    )
    if (alreadyOwed) return []
    const next = c.spells[index + 1]
    const back = { day: next?.start ?? never, by: next?.id ?? null }
    const about = { id: `${episode.key}:${endedBy.id}`, subjectId: episode.id, episodeId: episode.id }
    return [{ ...inSpell(spell, endedBy), ...about, ...firstOf(back), leaving: null }]
  })

const beforeItsEnd = (episode: Episode) =>
  episode.treatmentEnds.filter(({ fact }) => fact.day <= episode.endedOn)

export const treatmentEnds = (c: Case): EpisodeOccasion[] =>
  c.inCustody.flatMap((episode) => [
    ...beforeItsEnd(episode).map(({ fact, until, resumedBy }) => ({
      ...inSpell(custodyAround(c, fact.day).spell, fact),
      id: fact.id,
      until,
      endedBy: resumedBy,
      subjectId: episode.id,
      episodeId: episode.id,
    })),
    ...leftOpen(c, episode),
  ])
