import type { ReadTx } from '../../platform/database/transaction.ts'
import type { HandoverState } from '../model.ts'

/** The row of a hand-over, with whom it is about; undefined where the actor may not see it. */
export const handoverRow = (tx: Pick<ReadTx, 'db'>, handoverId: string) =>
  tx.db
    .selectFrom('handover')
    .select([
      'id',
      'person_id',
      'service_id',
      'kind',
      'opened_on',
      'destination',
      'state',
      'closed_why',
      'version',
    ])
    .where('id', '=', handoverId)
    .$narrowType<{ state: HandoverState }>()
    .executeTakeFirst()

export type HandoverRow = NonNullable<Awaited<ReturnType<typeof handoverRow>>>

/** The newest offer of a hand-over as it is stored. */
export const newestOffer = (tx: Pick<ReadTx, 'db'>, handoverId: string) =>
  tx.db
    .selectFrom('handover_offer')
    .select(['id', 'service_id', 'to_service_id', 'answer', 'seen_at', 'sent_at'])
    .where('handover_id', '=', handoverId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export type OfferRow = NonNullable<Awaited<ReturnType<typeof newestOffer>>>
