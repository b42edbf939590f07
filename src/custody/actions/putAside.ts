import type { WriteTx } from '../../platform/database/transaction.ts'
import type { MovementMessage } from '../queries/movementMessage.ts'
import { takeBackDeath } from './correctDeath.ts'

/** Marks every telling of the same thing, and the movements that they told of. */
const mark = async (tx: WriteTx, message: MovementMessage, why: string): Promise<void> => {
  const tellings = await tx.db
    .updateTable('feed_message')
    .set({
      state: 'set_aside',
      set_aside_at: tx.now,
      set_aside_by: tx.actor?.staffId ?? null,
      set_aside_why: why,
    })
    .where('fingerprint', '=', message.fingerprint)
    .where('state', '=', 'applied')
    .returning('id')
    .execute()
  await tx.db
    .updateTable('movement')
    .set({ set_aside: true })
    .where(
      'message_id',
      'in',
      tellings.map(({ id }) => id),
    )
    .execute()
}

/** Sets a message aside, whoever has acted on it: its movement no longer counts, and its questions are closed. */
export const putAside = async (tx: WriteTx, message: MovementMessage, why: string): Promise<void> => {
  await mark(tx, message, why)
  await takeBackDeath(tx, message)
  await tx.db
    .updateTable('work_item')
    .set({
      closed_at: tx.now,
      closed_by: tx.actor?.staffId ?? null,
      decision: `The message was set aside: ${why}`,
    })
    .where('message_id', '=', message.id)
    .where('closed_at', 'is', null)
    .execute()
}
