import { z } from 'zod'
import { returnTo } from '../../casework/index.ts'
import { type PersonHeader, personHeader } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Request } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { actsFor } from '../acting.ts'
import type { RecordedBy } from '../model.ts'
import { type Departure, departure } from '../queries/departure.ts'

export const ofPerson = z.object({ personId: z.uuid() })

/** Whom a form of the release pack is about, when they leave, and for which service it is sent. */
export interface AboutLeaving {
  readonly person: PersonHeader
  readonly leaving: Departure
  readonly by: RecordedBy
}

/** Refuses `not_found` where the actor may not see them. */
export const aboutLeaving = async (
  tx: ReadTx,
  personId: string,
  { actor }: Pick<Request, 'actor'>,
): Promise<Result<AboutLeaving>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const leaving = await departure(tx, personId)
  if (leaving === undefined) return refused('not_found', 'There is no such person.')
  const by = actsFor(actor, person.value)
  return by === null
    ? refused('forbidden', 'You work in no service today.')
    : ok({ person: person.value, leaving, by })
}

/** Where a form about somebody's release leads: back to the list it was begun from, else to the person. */
export const afterwards = (request: Pick<Request, 'url'>, personId: string): string =>
  returnTo(request, `/people/${personId}`)
