import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Basis } from '../model.ts'

/**
 * What was sent on a basis that has ended, and not answered, is taken back: the hand-over is open again, for another
 * basis or for telling them how to come themselves. What was accepted stays with the service, which keeps its own record.
 */
export const takeBackSendings = async (
  tx: WriteTx,
  ended: {
    readonly personId: string
    readonly serviceId: string
    readonly basis: Basis
    readonly staffId: string | null
  },
): Promise<number> => {
  const taken = await tx.db
    .updateTable('handover_offer')
    .set({
      answer: 'withdrawn',
      answered_at: tx.now,
      answered_by: ended.staffId,
      words: 'What it was sent on no longer stands.',
    })
    .where('person_id', '=', ended.personId)
    .where('to_service_id', '=', ended.serviceId)
    .where('basis', '=', ended.basis)
    .where('answer', 'is', null)
    .returning('handover_id')
    .execute()
  if (taken.length === 0) return 0
  await tx.db
    .updateTable('handover')
    .set((set) => ({ state: 'open' as const, version: set('version', '+', 1) }))
    .where(
      'id',
      'in',
      taken.map(({ handover_id: id }) => id),
    )
    .where('state', 'in', ['sent', 'seen'])
    .execute()
  return taken.length
}
