import { type PersonHeader, personHeader } from '../people/index.ts'
import type { Actor, ActorService } from '../platform/auth/actor.ts'
import type { ReadTx } from '../platform/database/transaction.ts'
import { ok, type Result, refused } from '../platform/result.ts'
import type { RecordedBy } from './model.ts'

/** Somebody, and the service of the actor's that acts for them. */
export interface PersonInService {
  readonly person: PersonHeader
  readonly service: ActorService
  readonly by: RecordedBy
}

/** The actor's service at the person's prison, else the first. */
const actingService = (services: readonly ActorService[], person: PersonHeader): ActorService | undefined =>
  services.find(
    ({ establishment }) => establishment !== null && establishment === person.place.establishment_code,
  ) ?? services[0]

/** Who a form is about and for which service it is sent; refuses `not_found` as `personHeader` does. */
export const personInService = async (
  tx: Pick<ReadTx, 'db' | 'today' | 'now'>,
  personId: string,
  actor: Actor,
): Promise<Result<PersonInService>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const service = actingService(actor.services, person.value)
  return service === undefined
    ? refused('forbidden', 'You work in no service today.')
    : ok({ person: person.value, service, by: { serviceId: service.id, staffId: actor.staffId } })
}

/** The ids of every service that the actor acts for. */
export const servicesOf = ({ services }: Actor): readonly string[] => services.map(({ id }) => id)
