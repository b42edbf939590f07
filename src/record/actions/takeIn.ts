import { type ReferralSource, referPerson } from '../../casework/index.ts'
import { recordMovementByHand } from '../../custody/index.ts'
import { addPerson, type NewPerson, personHeader } from '../../people/index.ts'
import type { Actor, ActorService } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Why somebody is added: they came into this prison, or they were referred. */
export type Reason =
  | { readonly why: 'admission'; readonly day: Temporal.PlainDate; readonly time: Temporal.PlainTime | null }
  | { readonly why: 'referral'; readonly day: Temporal.PlainDate; readonly source: ReferralSource }

export interface TakenIn {
  readonly person: NewPerson
  readonly reason: Reason
  readonly actor: Actor
}

const admit = async (
  tx: WriteTx,
  personId: string,
  reason: Extract<Reason, { why: 'admission' }>,
  { establishment, id }: ActorService,
): Promise<Result<void>> => {
  if (establishment === null)
    return refused('invalid', 'Only a team of a prison records who came into it', 'why')
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  return recordMovementByHand(tx, {
    ...reason,
    person: person.value,
    what: 'admission',
    establishment,
    serviceId: id,
    atPrisons: [establishment],
  })
}

/**
 * Adds somebody nobody has a record of, with what makes them this service's: an admission or a referral.
 * Answers with their id; refuses what either refuses, and then nothing is added.
 */
export const takeIn = async (tx: WriteTx, { person, reason, actor }: TakenIn): Promise<Result<string>> => {
  const service = actor.services.find(({ establishment }) => establishment !== null) ?? actor.services[0]
  if (service === undefined) return refused('forbidden', 'You work in no service today.')
  const personId = await addPerson(tx, person)
  if (!personId.ok) return personId
  const done =
    reason.why === 'admission'
      ? await admit(tx, personId.value, reason, service)
      : await referPerson(tx, {
          personId: personId.value,
          by: { serviceId: service.id, staffId: actor.staffId },
          source: reason.source,
          day: reason.day,
          substances: null,
        })
  return done.ok ? ok(personId.value) : done
}
