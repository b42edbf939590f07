import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type HandoverRow, handoverRow } from '../queries/handoverRow.ts'

/** The hand-over with its person locked: everything that is decided from here on stays so until commit. */
export const lockHandover = async (tx: WriteTx, handoverId: string): Promise<Result<HandoverRow>> => {
  const seen = await handoverRow(tx, handoverId)
  if (seen === undefined) return refused('not_found', 'There is no such hand-over.')
  const locked = await tx.lock(seen.person_id)
  if (!locked.ok) return locked
  const row = await handoverRow(tx, handoverId)
  return row === undefined ? refused('not_found', 'There is no such hand-over.') : ok(row)
}

/** Moves a hand-over to a state; every change makes forms that were opened before it stale. */
export const moveHandover = async (
  tx: WriteTx,
  handover: Pick<HandoverRow, 'id' | 'version'>,
  state: HandoverRow['state'],
): Promise<void> => {
  await tx.db
    .updateTable('handover')
    .set({ state, version: handover.version + 1 })
    .where('id', '=', handover.id)
    .execute()
}
