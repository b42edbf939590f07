import type { ReadTx } from '../../platform/database/transaction.ts'

/** One line of "Your drafts". */
export interface DraftRow {
  readonly id: string
  readonly person_id: string | null
  readonly path: string
  readonly title: string
  readonly saved_at: Temporal.Instant
}

/** The actor's own drafts, the newest first, at most fifty; row security shows nobody another's. */
export const myDrafts = (tx: Pick<ReadTx, 'db'>): Promise<readonly DraftRow[]> =>
  tx.db
    .selectFrom('draft')
    .select(['id', 'person_id', 'path', 'title', 'saved_at'])
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
