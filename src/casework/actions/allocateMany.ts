import { personName } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { peopleToAllocate, type ToAllocate } from '../queries/toAllocate.ts'
import { type Candidate, carryingMore } from '../recommend.ts'
import { candidatesIn, propose } from '../suggested.ts'
import { allocateWorker } from './allocateWorker.ts'

export interface ManyToAllocate {
  /** Each with the service that allocates them. */
  readonly people: readonly { readonly personId: string; readonly serviceId: string }[]
  /** One worker for all; null: for each the one that is recommended. */
  readonly worker: string | null
  /** Whose people they are until now; null where nobody's. */
  readonly from: string | null
  readonly by: string
  readonly why: string | null
  readonly overLimitWhy: string | null
}

/** What became of each: with whom they are now, or why they were kept as they were. */
export interface ManyAllocated {
  readonly given: readonly { readonly personId: string; readonly worker: string }[]
  readonly kept: readonly { readonly personId: string; readonly name: string; readonly why: string }[]
}

const nameOf = ({ given_name, family_name, known_as }: ToAllocate): string =>
  personName({ givenName: given_name, familyName: family_name, knownAs: known_as })

const chosenFor = (
  person: ToAllocate,
  many: ManyToAllocate,
  candidates: readonly Candidate[],
  today: Temporal.PlainDate,
) => {
  const proposal = propose(person, candidates, today)
  if (many.worker === null)
    return { proposal, worker: proposal.worker?.staffId ?? null, because: proposal.words }
  const isRecommended = proposal.worker?.staffId === many.worker
  return { proposal, worker: many.worker, because: isRecommended ? proposal.words : 'chosen by hand' }
}

interface One {
  readonly person: ToAllocate
  readonly many: ManyToAllocate
  readonly candidates: readonly Candidate[]
}

const allocateOne = async (
  tx: WriteTx,
  { person, many, candidates }: One,
): Promise<{ readonly worker: string; readonly level: number } | { readonly kept: string }> => {
  const { proposal, worker, because } = chosenFor(person, many, candidates, tx.today)
  if (worker === null) return { kept: 'nobody has room' }
  const { level, suggested, complexityWhy } = proposal
  const done = await allocateWorker(tx, {
    personId: person.person_id,
    by: { serviceId: person.service_id, staffId: many.by },
    worker,
    day: tx.today,
    why: many.why,
    because,
    insteadOf: many.from,
    complexity: { level, suggested, why: complexityWhy },
    overLimitWhy: many.overLimitWhy,
  })
  return done.ok ? { worker, level } : { kept: done.refusal.message }
}

const inService = async (
  tx: WriteTx,
  many: ManyToAllocate,
  serviceId: string,
  loads: readonly WorkerLoad[],
): Promise<ManyAllocated> => {
  const wanted = many.people.filter((each) => each.serviceId === serviceId).map(({ personId }) => personId)
  const given: { personId: string; worker: string }[] = []
  const kept: { personId: string; name: string; why: string }[] = []
  let candidates = candidatesIn(loads, serviceId)
  for (const person of await peopleToAllocate(tx, serviceId, wanted)) {
    const done = await allocateOne(tx, { person, many, candidates })
    if ('kept' in done) kept.push({ personId: person.person_id, name: nameOf(person), why: done.kept })
    else {
      candidates = carryingMore(candidates, done.worker, done.level)
      given.push({ personId: person.person_id, worker: done.worker })
    }
  }
  return { given, kept }
}

/**
 * Gives many people a worker at once, each as if alone: who cannot be given is kept as they were, with why, and does not
 * hold up the others. All are locked first, in one order. Refuses where one of them is not the team's.
 */
export const allocateMany = async (tx: WriteTx, many: ManyToAllocate): Promise<Result<ManyAllocated>> => {
  const locked = await tx.lock(...many.people.map(({ personId }) => personId))
  if (!locked.ok) return locked
  const services = [...new Set(many.people.map(({ serviceId }) => serviceId))]
  const loads = await teamLoad(tx, services)
  const parts: ManyAllocated[] = []
  for (const serviceId of services) parts.push(await inService(tx, many, serviceId, loads))
  return ok({ given: parts.flatMap(({ given }) => given), kept: parts.flatMap(({ kept }) => kept) })
}
