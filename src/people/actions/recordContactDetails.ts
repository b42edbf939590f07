import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { SafeToRing } from '../model.ts'
import { contactDetailsOf } from '../queries/contactDetails.ts'

export interface NewContactDetails {
  readonly personId: string
  readonly serviceId: string
  readonly phone: string | null
  readonly safeToRing: SafeToRing
  readonly safeToRingNote: string | null
  readonly address: string | null
  readonly town: string | null
  readonly postcode: string | null
  /** How many were recorded when the form was opened. */
  readonly version: number | null
}

const needsPhone: readonly SafeToRing[] = ['person', 'person_no_message', 'someone_else']

/**
 * Records how to reach somebody; what was recorded before stays. The person is locked already.
 * Refuses `conflict` where somebody else recorded details meanwhile.
 */
export const recordContactDetails = async (tx: WriteTx, given: NewContactDetails): Promise<Result<void>> => {
  if (needsPhone.includes(given.safeToRing) && given.phone === null)
    return refused('invalid', 'Enter the number that it is safe to ring', 'phone')
  if (given.safeToRing === 'someone_else' && given.safeToRingNote === null)
    return refused('invalid', 'Say who it is safe to ring', 'safe_to_ring_note')
  const { version } = await contactDetailsOf(tx, given.personId)
  if (given.version !== null && given.version !== version)
    return refused('conflict', 'Somebody recorded other details meanwhile.')
  await tx.db
    .insertInto('contact_details')
    .values({
      id: tx.ids.next(),
      person_id: given.personId,
      recorded_under: given.personId,
      service_id: given.serviceId,
      phone: given.phone,
      safe_to_ring: given.safeToRing,
      safe_to_ring_note: given.safeToRingNote,
      address: given.address,
      town: given.town,
      postcode: given.postcode,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok(undefined)
}
