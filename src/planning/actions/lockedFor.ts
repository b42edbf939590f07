import { type PersonHeader, personHeader, servingFor } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { By } from './planRows.ts'

export interface LockedPerson {
  readonly person: PersonHeader
  readonly by: By
}

/** Locks somebody and says for which of the actor's services they act. Refuses as `lock`, `personHeader` and `servingFor` do. */
export const lockedFor = async (
  tx: WriteTx,
  personId: string,
  actor: Actor,
): Promise<Result<LockedPerson>> => {
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const serving = await servingFor(tx, actor, person.value)
  return serving.ok
    ? ok({ person: person.value, by: { serviceId: serving.value.id, staffId: actor.staffId } })
    : serving
}
