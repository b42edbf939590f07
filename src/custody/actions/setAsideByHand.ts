import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { HandMove } from '../queries/handMove.ts'

const setMessageAside = (tx: WriteTx, { message_id }: HandMove, why: string): Promise<unknown> =>
  tx.db
    .updateTable('feed_message')
    .set({
      state: 'set_aside',
      set_aside_at: tx.now,
      set_aside_by: tx.actor?.staffId ?? null,
      set_aside_why: why,
    })
    .where('id', '=', message_id)
    .execute()

/** Who was reported dead by mistake is not dead. */
const takeDeathBack = (tx: WriteTx, { person_id, day }: HandMove): Promise<unknown> =>
  tx.db
    .updateTable('person')
    .set((row) => ({ date_of_death: null, version: row('version', '+', 1) }))
    .where('id', '=', person_id)
    .where('date_of_death', '=', day)
    .execute()

/**
 * Sets aside a movement that was recorded by hand: it stays readable and counts no more. The person is locked already.
 * Refuses one that was set aside before.
 */
export const setAsideByHand = async (tx: WriteTx, move: HandMove, why: string): Promise<Result<void>> => {
  if (move.set_aside) return refused('invalid', 'This was set aside already', 'why')
  const changed = await tx.db
    .updateTable('movement')
    .set({ set_aside: true })
    .where('id', '=', move.id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    return refused('forbidden', 'Only a team of the prison that it names can set this aside.')
  await setMessageAside(tx, move, why)
  if (move.type === 'death') await takeDeathBack(tx, move)
  return ok(undefined)
}
