import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

export interface NoticeRow {
  readonly id: string
  readonly person_id: string
  readonly kind: string
  readonly words: string
  readonly recorded_at: Temporal.Instant
  /** What is to be answered, for an asking to be involved. */
  readonly subject_id: string | null
}

export interface UnseenNotice extends NoticeRow {
  /** Whom it is about; null where the reader may not see them any more. */
  readonly given_name: string | null
  readonly family_name: string | null
  readonly known_as: string | null
}

/** What the reader's services were told privately and nobody has confirmed; the newest first. */
export const unseenNotices = (tx: ReadTx, reader: Reader): Promise<readonly UnseenNotice[]> =>
  tx.db
    .selectFrom('notice')
    .leftJoin('person', 'person.id', 'notice.person_id')
    .select([
      'notice.id',
      'notice.person_id',
      'notice.kind',
      'notice.words',
      'notice.recorded_at',
      'notice.subject_id',
      'person.given_name',
      'person.family_name',
      'person.known_as',
    ])
    .where('notice.service_id', 'in', [...reader.services])
    .where('notice.seen_at', 'is', null)
    .orderBy('notice.recorded_at', 'desc')
    .limit(10)
    .execute()
