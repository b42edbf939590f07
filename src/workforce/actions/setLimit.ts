import type { WriteTx } from '../../platform/database/transaction.ts'

export interface NewLimit {
  readonly staffId: string
  readonly serviceId: string
  /** People weighted by complexity; null takes the limit off. */
  readonly places: number | null
  readonly setBy: string
}

/** Sets how much somebody can carry in a service, from now on; earlier limits stay. */
export const setLimit = async (tx: WriteTx, limit: NewLimit): Promise<void> => {
  await tx.db
    .insertInto('worker_limit')
    .values({
      id: tx.ids.next(),
      staff_id: limit.staffId,
      service_id: limit.serviceId,
      places: limit.places,
      set_by: limit.setBy,
      set_at: tx.now,
    })
    .execute()
}
