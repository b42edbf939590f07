import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

export interface NoticeRow {
  readonly id: string
  readonly person_id: string
  readonly kind: string
  readonly words: string
  readonly recorded_at: Temporal.Instant
}

/** What the reader's services were told privately and nobody has confirmed; the newest first. */
export const unseenNotices = (tx: ReadTx, reader: Reader): Promise<readonly NoticeRow[]> =>
  tx.db
    .selectFrom('notice')
    .select(['id', 'person_id', 'kind', 'words', 'recorded_at'])
    .where('service_id', 'in', [...reader.services])
    .where('seen_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(10)
    .execute()
