import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type MovementMessage, movementMessage } from '../queries/movementMessage.ts'
import { restoreDeath } from './correctDeath.ts'

export interface MessageToTakeBack {
  readonly messageId: string
  readonly why: string
}

/** Told by hand in its place: both cannot count. */
const isToldInstead = async (tx: WriteTx, message: MovementMessage): Promise<boolean> => {
  const standing = await tx.db
    .selectFrom('movement')
    .select('id')
    .where('person_id', '=', message.personId)
    .where('at', '=', message.at)
    .where('source', '=', 'hand')
    .where('set_aside', '=', false)
    .executeTakeFirst()
  return standing !== undefined
}

/**
 * Takes back that a message was set aside: its movement counts again and everything is derived again.
 * Refuses `conflict` where it counts already, or another movement at the same moment stands in its place.
 */
export const takeMessageBack = async (
  tx: WriteTx,
  { messageId, why }: MessageToTakeBack,
): Promise<Result<MovementMessage>> => {
  const found = await movementMessage(tx, messageId)
  if (!found.ok) return found
  const message = found.value
  const locked = await tx.lock(message.personId)
  if (!locked.ok) return locked
  if (message.state !== 'set_aside') return refused('conflict', 'This message counts already.')
  if (await isToldInstead(tx, message))
    return refused('conflict', 'Somebody recorded another movement in its place: set that aside first.')
  await tx.db.updateTable('movement').set({ set_aside: false }).where('message_id', '=', messageId).execute()
  await tx.db
    .updateTable('feed_message')
    .set({
      state: 'applied',
      taken_back_at: tx.now,
      taken_back_by: tx.actor?.staffId ?? null,
      taken_back_why: why,
    })
    .where('id', '=', messageId)
    .execute()
  await restoreDeath(tx, message)
  return ok(message)
}
