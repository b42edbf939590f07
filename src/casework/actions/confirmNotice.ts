import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Confirms that a notice to one of these services was read; answers with the person it is about. */
export const confirmNotice = async (
  tx: WriteTx,
  notice: { readonly id: string; readonly serviceIds: readonly string[]; readonly staffId: string },
): Promise<Result<string>> => {
  const found = await tx.db
    .selectFrom('notice')
    .select(['person_id', 'seen_at'])
    .where('id', '=', notice.id)
    .where('service_id', 'in', [...notice.serviceIds])
    .executeTakeFirst()
  if (found === undefined) return refused('not_found', 'There is no such notice.')
  if (found.seen_at === null)
    await tx.db
      .updateTable('notice')
      .set({ seen_at: tx.now, seen_by: notice.staffId })
      .where('id', '=', notice.id)
      .execute()
  return ok(found.person_id)
}
