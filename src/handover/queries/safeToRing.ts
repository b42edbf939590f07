import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reachable } from '../rules.ts'

export interface RingDetails {
  readonly phone: string | null
  readonly safeToRing: Reachable['safeToRing']
  readonly note: string | null
  readonly town: string | null
  readonly recordedAt: Temporal.Instant | null
}

const known = ['person', 'person_no_message', 'someone_else', 'nobody', 'not_asked'] as const

/** The newest phone number and whom it is safe to ring. */
export const safeToRing = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<RingDetails> => {
  const row = await tx.db
    .selectFrom('contact_details')
    .select(['phone', 'safe_to_ring', 'safe_to_ring_note', 'town', 'recorded_at'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    phone: row?.phone ?? null,
    safeToRing: known.find((value) => value === row?.safe_to_ring) ?? 'not_asked',
    note: row?.safe_to_ring_note ?? null,
    town: row?.town ?? null,
    recordedAt: row?.recorded_at ?? null,
  }
}
