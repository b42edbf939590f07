import type { ReadTx } from '../../platform/database/transaction.ts'

/** How somebody is reached outside, as last recorded. */
export interface ContactDetails {
  readonly phone: string | null
  readonly safe_to_ring: string
  readonly safe_to_ring_note: string | null
  readonly address: string | null
  readonly town: string | null
  readonly postcode: string | null
}

/** The newest contact details, or null where there are none that this reader may see. */
export const contactDetails = async (tx: ReadTx, personId: string): Promise<ContactDetails | null> =>
  (await tx.db
    .selectFrom('contact_details')
    .select(['phone', 'safe_to_ring', 'safe_to_ring_note', 'address', 'town', 'postcode'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null
