import { servicesOf } from '../../casework/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Result } from '../../platform/result.ts'
import { recordSetAside } from '../forms/set-aside.ts'
import { factToAmend } from '../queries/facts.ts'
import { servedPerson } from '../queries/servedPerson.ts'
import { recordFact } from './recordFact.ts'

interface ToSetAside {
  readonly personId: string
  readonly factId: string
  /** The kinds that this actor writes, and so may set aside. */
  readonly kinds: readonly string[]
  readonly actor: Actor
  readonly why: string
}

/**
 * Sets a record aside with a reason: a later row stands in its place that no standard reads, and everything is derived
 * again. Answers with that row's id. Refuses `not_found` for what is not there, of another service or no longer stands.
 */
export const setRecordAside = async (
  tx: WriteTx,
  { personId, factId, kinds, actor, why }: ToSetAside,
): Promise<Result<string>> => {
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const found = await factToAmend(tx, personId, { kind: kinds, factId, serviceIds: servicesOf(actor) })
  if (!found.ok) return found
  const { day, at, episodeId, recordClass } = found.value
  return recordFact(tx, {
    personId,
    kind: recordSetAside.kind,
    recordClass,
    serviceId: served.value.service.id,
    episodeId,
    day,
    at,
    answers: { why },
    reading: {},
    amends: factId,
  })
}
