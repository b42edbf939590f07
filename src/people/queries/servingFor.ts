import { sql } from 'kysely'
import type { Actor, ActorService } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { PersonHeader } from './personHeader.ts'

/** How a reader works with somebody today: a former team reads on for a while, and adds nothing. */
interface Working {
  /** Works with them now, or broke the glass: then row security turns away all but what may be raised. */
  readonly now: boolean
  /** Holds the record: their prison, or a service with an episode. */
  readonly holds: boolean
}

const workingWith = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Working> => {
  const found = await sql<Working>`
    select coalesce(bool_or(true), false) or ${personId}::uuid = any (actor_glass()) as now, coalesce(bool_or(i.classes is null or i.ground = 'episode'), false) as holds
    from involvement i where i.person_id = ${personId} and (i.until is null or i.until > today())`.execute(
    tx.db,
  )
  return found.rows[0] ?? { now: false, holds: false }
}

const serviceAt = (
  { services }: Pick<Actor, 'services'>,
  { place }: Pick<PersonHeader, 'place'>,
): ActorService | undefined =>
  services.find(
    ({ establishment }) => establishment !== null && establishment === place.establishment_code,
  ) ?? services[0]

/**
 * The actor's service that acts for somebody: the one at their prison, else the first.
 * Refuses `forbidden` for a team that works with them no longer.
 */
export const servingFor = async (
  tx: Pick<ReadTx, 'db'>,
  actor: Pick<Actor, 'services'>,
  person: Pick<PersonHeader, 'id' | 'place'>,
): Promise<Result<ActorService>> => {
  const serving = serviceAt(actor, person)
  if (serving === undefined) return refused('forbidden', 'You work in no service today.')
  return (await workingWith(tx, person.id)).now
    ? ok(serving)
    : refused(
        'forbidden',
        'Your team works with this person no longer: you may read what was recorded, and add nothing.',
      )
}

/** The same, for who somebody is: only the team that holds the record puts that right. */
export const holdingFor = async (
  tx: Pick<ReadTx, 'db'>,
  person: Pick<PersonHeader, 'id'>,
): Promise<Result<void>> =>
  (await workingWith(tx, person.id)).holds
    ? ok(undefined)
    : refused(
        'forbidden',
        'Only the team at their prison, or a service with an open episode, can change who somebody is.',
      )
