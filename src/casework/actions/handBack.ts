import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

export interface HandedBack {
  readonly personId: string
  readonly services: readonly string[]
  /** The worker who gives them back. */
  readonly staffId: string
  readonly why: string
}

/** Ends a worker's own allocation with a reason, from today: who is left without a worker is the team leader's to allocate. */
export const handBack = async (tx: WriteTx, given: HandedBack): Promise<Result<void>> => {
  const locked = await tx.lock(given.personId)
  if (!locked.ok) return locked
  const ended = await tx.db
    .updateTable('allocation')
    .set({ to_day: tx.today, ended_why: given.why, ended_by: given.staffId, handed_back: true })
    .where('person_id', '=', given.personId)
    .where('staff_id', '=', given.staffId)
    .where('service_id', 'in', [...given.services])
    .where('to_day', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 0n ? refused('not_found', 'You are not their worker now.') : ok(undefined)
}
