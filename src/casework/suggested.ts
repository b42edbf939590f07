import { dayWords } from '../platform/ui/dates.ts'
import { type ComplexityLevel, levelOf, suggestComplexity } from './complexity.ts'
import type { WorkerLoad } from './queries/teamLoad.ts'
import type { ToAllocate } from './queries/toAllocate.ts'
import { type Candidate, type Recommended, recommend } from './recommend.ts'

/** What is proposed for somebody: how much work they are, and who should work with them; with why. */
export interface Proposal {
  readonly level: ComplexityLevel
  readonly suggested: ComplexityLevel
  readonly complexityWhy: string
  /** Null where nobody has room. */
  readonly worker: Recommended | null
  readonly words: string
}

/** The workers of a service as candidates. */
export const candidatesIn = (loads: readonly WorkerLoad[], serviceId: string): readonly Candidate[] =>
  loads
    .filter((load) => load.service_id === serviceId)
    .map((load) => ({
      ...load,
      isWorker: !['coordinator', 'team_leader'].includes(load.role),
      away: load.away_until !== null,
    }))

const wordsOf = (worker: Recommended | null, today: Temporal.PlainDate): string => {
  if (worker === null) return 'Nobody has room'
  return worker.because === 'worked_with_them' && worker.until !== null
    ? `${worker.name}: worked with them until ${dayWords(worker.until, today)}`
    : `${worker.name}: has the most room`
}

/** Proposes a complexity and a worker for somebody, other than the one they have and any who gave them back. */
export const propose = (
  person: ToAllocate,
  candidates: readonly Candidate[],
  today: Temporal.PlainDate,
): Proposal => {
  const suggested = suggestComplexity(person.signs)
  const level = person.level === null ? suggested.level : levelOf(person.level)
  const gaveBack = person.earlier.filter(({ handed_back }) => handed_back).map(({ staff_id }) => staff_id)
  const not = [...gaveBack, ...(person.staff_id === null ? [] : [person.staff_id])]
  const earlier = person.earlier.map(({ staff_id, until }) => ({
    staff_id,
    until: Temporal.PlainDate.from(until),
  }))
  const worker = recommend(candidates, earlier, level, not)
  return {
    level,
    suggested: suggested.level,
    complexityWhy: person.level === null ? suggested.why : 'as recorded before',
    worker,
    words: wordsOf(worker, today),
  }
}
