import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import { inOrder } from '../facts.ts'
import { mapMany } from '../lists.ts'
import type { Fact } from '../model.ts'
import { custodyAround, endingBy, firstOf, knowing, type Occasions, occasion } from './occasion.ts'

const opened = (c: Case, episode: Episode, fact: Fact, since: number): Occasions['allocation'] => {
  const { spell, ending } = custodyAround(c, fact.day)
  const over = firstOf(endingBy(episode.endedBy), ending)
  const about = { episodeId: episode.id, since }
  return knowing(occasion(fact.id, fact, spell, over, about), { subjectId: episode.id })
}

/** Allocations that ended with the episode open and no other worker there. */
const gaps = (c: Case, episode: Episode): Fact[] => {
  const ended = c.facts.of('allocation_ended')
  if (ended.length === 0) return []
  const made = c.facts.of('worker_allocated')
  const changes = [...made, ...ended].filter((fact) => fact.episodeId === episode.id).sort(inOrder)
  const found: Fact[] = []
  let workers = 0
  for (const fact of changes) {
    workers = Math.max(0, workers + (fact.kind === 'worker_allocated' ? 1 : -1))
    if (workers === 0 && fact.day > episode.acceptedOn && fact.day < episode.endedOn) found.push(fact)
  }
  return found
}

/** Taken on without a worker, or left without one. */
export const allocations = (c: Case): Occasions['allocation'][] =>
  mapMany(c.inCustody, (episode) => {
    if (episode.accepted === null) return []
    const first = opened(c, episode, episode.accepted, Math.min(episode.openedOn, episode.acceptedOn))
    return [first, ...gaps(c, episode).map((fact) => opened(c, episode, fact, fact.day))]
  })
