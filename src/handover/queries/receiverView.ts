import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type HandoverView, handoverView } from './handoverView.ts'

/** A hand-over for the service that was asked; nobody else has anything to answer. */
export const receiverView = async (
  tx: ReadTx,
  handoverId: string,
  actor: Actor,
): Promise<Result<HandoverView>> => {
  const view = await handoverView(tx, handoverId, actor)
  return view.ok && !view.value.receives
    ? refused('not_found', 'There is no hand-over to your service at this address.')
    : view
}
