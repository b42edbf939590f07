import type { WriteTx } from '../../platform/database/transaction.ts'
import { type ContactDetails, contactDetails } from '../queries/contactDetails.ts'

interface NewDetails {
  readonly personId: string
  readonly serviceId: string
  readonly details: ContactDetails
}

const nothing: ContactDetails = {
  phone: null,
  safe_to_ring: 'not_asked',
  safe_to_ring_note: null,
  address: null,
  town: null,
  postcode: null,
}

const isSame = (one: ContactDetails, other: ContactDetails): boolean =>
  (['phone', 'safe_to_ring', 'safe_to_ring_note', 'address', 'town', 'postcode'] as const).every(
    (name) => one[name] === other[name],
  )

/** Adds contact details where they differ from what is known; the earlier ones stay. The person is locked already. */
export const recordContactDetails = async (
  tx: WriteTx,
  { personId, serviceId, details }: NewDetails,
): Promise<void> => {
  const known = (await contactDetails(tx, personId)) ?? nothing
  if (isSame(known, details)) return
  await tx.db
    .insertInto('contact_details')
    .values({
      ...details,
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      service_id: serviceId,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
}
