import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { oversightItem } from '../queries/oversightItems.ts'
import type { ReviewOutcome } from '../rules.ts'

export interface Review {
  readonly itemId: string
  readonly outcome: ReviewOutcome
  readonly words: string
}

/** Records what became of something that was surfaced, once. Refuses whoever would review themself. */
export const reviewItem = async (
  tx: WriteTx,
  { itemId, outcome, words }: Review,
): Promise<Result<{ readonly personId: string | null }>> => {
  const item = await oversightItem(tx, itemId)
  if (!item.ok) return item
  const by = tx.actor?.staffId ?? ''
  if (item.value.staff_id === by) return refused('forbidden', 'Nobody reviews themself: somebody else does.')
  const done = await tx.db
    .updateTable('oversight_item')
    .set({ reviewed_by: by, reviewed_at: tx.now, outcome, words })
    .where('id', '=', itemId)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
    ? ok({ personId: item.value.person_id })
    : refused('invalid', 'Somebody has reviewed this meanwhile. Open it again to read what they found')
}
