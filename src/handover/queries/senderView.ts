import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type HandoverView, handoverView } from './handoverView.ts'

/** A hand-over for those who hand over; for the service that was asked there is nothing to prepare. */
export const senderView = async (
  tx: ReadTx,
  handoverId: string,
  actor: Actor,
): Promise<Result<HandoverView>> => {
  const view = await handoverView(tx, handoverId, actor)
  return view.ok && view.value.receives
    ? refused('not_found', 'There is nothing to prepare in a hand-over to your service.')
    : view
}
