import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import type { FactOf } from '../facts.ts'
import { mapFound, mapMany } from '../lists.ts'
import type { Fact } from '../model.ts'
import { custodyAround, endingBy, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

type Change = FactOf<'worker_allocated'> | FactOf<'allocation_ended'>

const opened = (
  c: Case,
  episode: Episode,
  fact: Fact,
  counts: Pick<Occasions['allocation']['about'], 'since' | 'after'>,
): Occasions['allocation'] => {
  const { spell, ending } = custodyAround(c, fact.day)
  const over = firstOf(endingBy(episode.endedBy), ending)
  const about = { episodeId: episode.id, since: counts.since, after: counts.after }
  return knowing(occasion(fact.id, fact, spell, over, about), { subjectId: episode.id })
}

const changesIn = (c: Case, episode: Episode): readonly Change[] =>
  c.facts.among(['worker_allocated', 'allocation_ended']).filter((fact) => fact.episodeId === episode.id)

/** The endings that left nobody. */
const emptied = (changes: readonly Change[]): readonly Fact[] => {
  let workers = 0
  return changes.filter((fact) => {
    workers = Math.max(0, workers + (fact.kind === 'worker_allocated' ? 1 : -1))
    return workers === 0
  })
}

/** They had left custody by then: who is named for them is asked again when they come back. */
const hasLeft = (c: Case, day: Day): boolean => {
  const { spell } = custodyAround(c, day)
  const inside = spell !== null && spell.start <= day && spell.end > day
  return !inside && c.spells.some(({ end }) => end <= day)
}

/** Allocations that ended with the episode open and no other worker there. */
const gaps = (c: Case, episode: Episode, left: readonly Fact[]): Occasions['allocation'][] =>
  mapFound(left, (fact) => {
    const open = fact.day >= episode.acceptedOn && fact.day < episode.endedOn
    if (!open || hasLeft(c, fact.day)) return null
    return opened(c, episode, fact, { since: fact.day, after: fact })
  })

/** Back in custody with the episode open, and nobody has been named or is any more. */
const returns = (c: Case, episode: Episode, changes: readonly Change[]): Occasions['allocation'][] => {
  const { acceptedOn, endedOn } = episode
  const { spell: first } = custodyAround(c, acceptedOn)
  return mapFound(c.spells, (spell) => {
    const { start, beganWith } = spell
    if (spell === first || start <= acceptedOn || start >= endedOn) return null
    const before = changes.filter(({ day }) => day < start)
    const last = before.at(-1)
    if (last !== undefined && emptied(before).at(-1) !== last) return null
    const back = opened(c, episode, beganWith, { since: start, after: null })
    return knowing(back, { id: `${episode.key}:${spell.id}` })
  })
}

/** Taken on without a worker, left without one, or back without one. */
export const allocations = (c: Case): Occasions['allocation'][] =>
  mapMany(c.inCustody, (episode) => {
    const { accepted, acceptedOn, openedOn } = episode
    if (accepted === null) return []
    const since = Math.min(openedOn, acceptedOn)
    if (c.spells.length < 2 && c.facts.of('allocation_ended').length === 0)
      return [opened(c, episode, accepted, { since, after: null })]
    const changes = changesIn(c, episode)
    const left = emptied(changes)
    const after = left.findLast(({ day }) => day < acceptedOn) ?? null
    const first = opened(c, episode, accepted, { since, after })
    return [first, ...gaps(c, episode, left), ...returns(c, episode, changes)]
  })
