import { type PersonHeader, personHeader } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { actsFor } from '../acting.ts'
import type { Appointment, Offer, RecordedBy } from '../model.ts'
import type { Standing } from '../state-words.ts'
import { appointments } from './appointments.ts'
import { type Draft, draftOf } from './draftOf.ts'
import { type HandoverRow, handoverRow } from './handoverRow.ts'
import { offers } from './offers.ts'

/** A hand-over as one reader sees it. */
export interface HandoverView {
  readonly person: PersonHeader
  readonly handover: HandoverRow
  /** The newest first; a receiving service finds those to it alone. */
  readonly offers: readonly Offer[]
  readonly draft: Draft
  readonly appointments: readonly Appointment[]
  /** The service that was asked last is one of the reader's own. */
  readonly receives: boolean
  readonly by: RecordedBy
  readonly standing: Standing
}

/** Refuses `not_found` where the reader may not see the hand-over or its person. */
export const handoverView = async (
  tx: ReadTx,
  handoverId: string,
  actor: Actor,
): Promise<Result<HandoverView>> => {
  const handover = await handoverRow(tx, handoverId)
  if (handover === undefined) return refused('not_found', 'There is no such hand-over.')
  const person = await personHeader(tx, handover.person_id)
  if (!person.ok) return person
  const sent = await offers(tx, handoverId)
  const draft = await draftOf(tx, handoverId)
  const booked = await appointments(tx, handoverId)
  const newest = sent[0] ?? null
  const receives = newest !== null && actor.services.some(({ id }) => id === newest.toService)
  const by = actsFor(actor, person.value, receives ? newest.toService : handover.service_id)
  if (by === null) return refused('forbidden', 'You work in no service today.')
  return ok({
    person: person.value,
    handover,
    offers: sent,
    draft,
    appointments: booked,
    receives,
    by,
    standing: {
      state: handover.state,
      destination: handover.destination,
      closedWhy: handover.closed_why,
      offer: newest,
      preparedFor: draft.toName,
      appointment: booked[0] ?? null,
    },
  })
}
