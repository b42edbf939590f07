import type { Actor, ActorService } from '../platform/auth/actor.ts'
import { ok, type Result, refused } from '../platform/result.ts'
import type { PersonHeader } from './queries/personHeader.ts'

/** The actor's service that acts for somebody: the one at their prison, else the first. */
export const servingFor = (
  { services }: Pick<Actor, 'services'>,
  { place }: Pick<PersonHeader, 'place'>,
): Result<ActorService> => {
  const here = services.find(
    ({ establishment }) => establishment !== null && establishment === place.establishment_code,
  )
  const serving = here ?? services[0]
  return serving === undefined ? refused('forbidden', 'You work in no service today.') : ok(serving)
}
