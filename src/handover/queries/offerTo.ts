import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { newestOffer, type OfferRow } from './handoverRow.ts'

/** The offer that one of these services is to answer; refuses where it was answered or taken back meanwhile. */
export const offerTo = async (
  tx: Pick<WriteTx, 'db'>,
  handoverId: string,
  serviceId: string,
): Promise<Result<OfferRow>> => {
  const offer = await newestOffer(tx, handoverId)
  if (offer === undefined || offer.to_service_id !== serviceId)
    return refused('not_found', 'There is no hand-over to this service.')
  if (offer.answer === 'withdrawn')
    return refused('conflict', 'The sender has taken this hand-over back meanwhile.')
  return offer.answer === null
    ? ok(offer)
    : refused('conflict', `A colleague has answered meanwhile: ${offer.answer}.`)
}
