import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { NoticeRow } from './unseenNotices.ts'

/** One notice to one of these services, seen or not. */
export const noticeOf = async (
  tx: ReadTx,
  serviceIds: readonly string[],
  id: string,
): Promise<Result<NoticeRow>> => {
  const found = await tx.db
    .selectFrom('notice')
    .select(['id', 'person_id', 'kind', 'words', 'recorded_at', 'subject_id'])
    .where('id', '=', id)
    .where('service_id', 'in', [...serviceIds])
    .executeTakeFirst()
  return found === undefined ? refused('not_found', 'There is no such notice.') : ok(found)
}
