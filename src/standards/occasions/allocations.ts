import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import { inOrder } from '../facts.ts'
import type { Fact } from '../model.ts'
import { type AllocationOccasion, custodyAround, endingBy, firstOf, inSpell } from './occasion.ts'

const about = (c: Case, episode: Episode, fact: Fact, since: number): AllocationOccasion => {
  const { spell, ending } = custodyAround(c, fact.day)
  return {
    ...inSpell(spell, fact),
    ...firstOf(endingBy(episode.endedBy), ending),
    id: fact.id,
    subjectId: episode.id,
    episodeId: episode.id,
    since,
  }
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
export const allocations = (c: Case): AllocationOccasion[] =>
  c.inCustody.flatMap((episode) => {
    if (episode.accepted === null) return []
    const first = about(c, episode, episode.accepted, Math.min(episode.openedOn, episode.acceptedOn))
    return [first, ...gaps(c, episode).map((fact) => about(c, episode, fact, fact.day))]
  })
