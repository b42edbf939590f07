import { type PersonHeader, personHeader, servingFor } from '../../people/index.ts'
import type { Actor, ActorService } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'

/** Somebody, and the actor's service that acts for them. */
export interface Served {
  readonly person: PersonHeader
  readonly service: ActorService
}

/** Refuses `not_found` for whom the actor may not see, `forbidden` where their team works with the person no longer. */
export const servedPerson = async (
  tx: Pick<ReadTx, 'db' | 'today' | 'now'>,
  personId: string,
  actor: Actor,
): Promise<Result<Served>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const service = await servingFor(tx, actor, person.value)
  return service.ok ? ok({ person: person.value, service: service.value }) : service
}
