import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'

/** Writes down who of the receiving service opened a hand-over first; later openings change nothing. */
export const markSeen = async (
  tx: WriteTx,
  seen: {
    readonly handoverId: string
    readonly services: readonly string[]
    readonly staffId: RecordedBy['staffId']
  },
): Promise<Result<void>> => {
  if (seen.services.length === 0) return ok(undefined)
  const first = await tx.db
    .updateTable('handover_offer')
    .set({ seen_at: tx.now, seen_by: seen.staffId })
    .where('handover_id', '=', seen.handoverId)
    .where('to_service_id', 'in', [...seen.services])
    .where('seen_at', 'is', null)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (first.numUpdatedRows > 0n)
    await tx.db
      .updateTable('handover')
      .set({ state: 'seen' })
      .where('id', '=', seen.handoverId)
      .where('state', '=', 'sent')
      .execute()
  return ok(undefined)
}
