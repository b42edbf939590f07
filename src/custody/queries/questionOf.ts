import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Something that a message left to a human. */
export interface OpenQuestion {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly personId: string | null
  readonly messageId: string | null
  readonly openedAt: Temporal.Instant
  readonly closed: {
    readonly at: Temporal.Instant
    readonly by: string | null
    readonly decision: string
  } | null
}

/** Refuses `not_found` for a question that is not this reader's to answer. */
export const questionOf = async (
  tx: Pick<ReadTx, 'db'> | Pick<WriteTx, 'db'>,
  itemId: string,
): Promise<Result<OpenQuestion>> => {
  const row = await tx.db
    .selectFrom('work_item')
    .leftJoin('staff', 'staff.id', 'work_item.closed_by')
    .select([
      'work_item.id',
      'work_item.kind',
      'work_item.words',
      'work_item.person_id',
      'work_item.message_id',
      'work_item.opened_at',
      'work_item.closed_at',
      'work_item.decision',
      'staff.full_name',
    ])
    .where('work_item.id', '=', itemId)
    .executeTakeFirst()
  if (row === undefined) return refused('not_found', 'There is no such question.')
  const { closed_at: at } = row
  return ok({
    id: row.id,
    kind: row.kind,
    words: row.words,
    personId: row.person_id,
    messageId: row.message_id,
    openedAt: row.opened_at,
    closed: at === null ? null : { at, by: row.full_name, decision: row.decision ?? '' },
  })
}
