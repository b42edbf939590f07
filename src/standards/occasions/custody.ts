import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import { mapFound, mapMany } from '../lists.ts'
import { type Arrival, type Leaving, never, type Spell } from '../spells.ts'
import { custodyAround, endingBy, endingOf, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

const nextArrival = (spell: Spell, arrival: Arrival): Arrival | undefined =>
  spell.arrivals[spell.arrivals.indexOf(arrival) + 1]

const screenedBefore = (c: Case, spell: Spell, arrival: Arrival): boolean =>
  c.facts
    .of('arrival_screen')
    .some((screen) => screen.day >= spell.start && screen.day < arrival.movement.day)

/** An arrival that was not screened ends where the next prison receives them, and owes its own. */
export const arrivals = (c: Case): Occasions['arrival'][] =>
  mapMany(c.spells, (spell) =>
    spell.arrivals
      .filter((arrival) => !arrival.fromAnotherPrison || !screenedBefore(c, spell, arrival))
      .map((arrival) => {
        const over = firstOf(endingBy(nextArrival(spell, arrival)?.movement), endingOf(spell))
        return occasion(arrival.movement.id, arrival.movement, spell, over, null)
      }),
  )

const openOn = (episode: Episode, day: number): boolean => episode.openedOn <= day && episode.endedOn > day

export const transfers = (c: Case): Occasions['transfer'][] =>
  mapMany(c.spells, (spell) =>
    mapFound(spell.arrivals, (arrival) => {
      const { movement } = arrival
      const episode = c.inCustody.findLast((one) => openOn(one, movement.day))
      if (!arrival.fromAnotherPrison || episode === undefined) return null
      const next = endingBy(nextArrival(spell, arrival)?.movement)
      const over = firstOf(next, endingOf(spell), endingBy(episode.endedBy))
      return knowing(occasion(movement.id, movement, spell, over, movement), { subjectId: episode.id })
    }),
  )

export const screens = (c: Case): Occasions['screen'][] =>
  c.facts.of('arrival_screen').map((screen) => {
    const { spell, ending } = custodyAround(c, screen.day)
    return occasion(screen.id, screen, spell, firstOf(ending), screen)
  })

const deadlineIn = (c: Case, { spell, day }: Occasions['screen']): Leaving | null => {
  let first: Leaving | null = spell === null ? null : spell.leaving
  for (const { day: from, courtDay } of c.facts.of('court_date'))
    if (courtDay >= day && custodyAround(c, from).spell === spell && (first === null || courtDay < first.day))
      first = { day: courtDay, planned: true, told: [{ from, day: courtDay }] }
  return first
}

export const naloxone = (c: Case, screened: readonly Occasions['screen'][]): Occasions['naloxone'][] => {
  const indicated = screened.filter(({ about }) => about.naloxoneIndicated)
  return indicated
    .filter((one) => indicated.find((other) => other.spell === one.spell) === one)
    .map((one) =>
      knowing(occasion(one.id, one.about, one.spell, one, null), { deadline: deadlineIn(c, one) }),
    )
}

export const referrals = (c: Case): Occasions['referral'][] =>
  mapFound(c.inCustody, (episode) => {
    const { referral, key, id } = episode
    if (referral === null) return null
    const { spell, ending } = custodyAround(c, referral.day)
    const over = firstOf(endingBy(episode.endedBy), ending)
    return knowing(occasion(key, referral, spell, over, episode), { subjectId: id })
  })

/** Each episode in custody from the day they were taken on. */
export const acceptances = (c: Case): Occasions['acceptance'][] =>
  mapFound(c.inCustody, (episode) => {
    const { accepted, key, id } = episode
    if (accepted === null) return null
    const { spell, ending } = custodyAround(c, accepted.day)
    const over = firstOf(endingBy(episode.endedBy), ending)
    return knowing(occasion(key, accepted, spell, over, episode), { subjectId: id })
  })

/** They left with an episode open: it still needs an end with a reason, unless they come back first. */
const leftOpen = (c: Case, episode: Episode): Occasions['treatmentEnd'][] =>
  mapFound(c.spells, (spell, index) => {
    const { endedBy } = spell
    if (endedBy === null || endedBy.movement === 'admission' || !openOn(episode, spell.end)) return null
    const alreadyOwed = episode.treatmentEnds.some(
      ({ fact, until }) => fact.day <= spell.end && until === never,
    )
    if (alreadyOwed) return null
    const next = c.spells[index + 1]
    const over = { until: next?.start ?? never, endedBy: next?.id ?? null }
    const left = occasion(`${episode.key}:${endedBy.id}`, endedBy, spell, over, episode)
    return knowing(left, { subjectId: episode.id, leaving: null })
  })

const treatmentEndsOf = (c: Case, episode: Episode): Occasions['treatmentEnd'][] =>
  episode.treatmentEnds
    .filter(({ fact }) => fact.day <= episode.endedOn)
    .map(({ fact, until, resumedBy }) => {
      const { spell } = custodyAround(c, fact.day)
      const over = { until, endedBy: resumedBy }
      return knowing(occasion(fact.id, fact, spell, over, episode), { subjectId: episode.id })
    })

export const treatmentEnds = (c: Case): Occasions['treatmentEnd'][] =>
  mapMany(c.inCustody, (episode) => [...treatmentEndsOf(c, episode), ...leftOpen(c, episode)])
