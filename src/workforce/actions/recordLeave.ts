import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { faultOfLeave } from '../rules.ts'

export interface NewLeave {
  readonly staffId: string
  readonly from: Temporal.PlainDate
  readonly returns: Temporal.PlainDate
  readonly recordedBy: string
}

const overlapping = async (tx: WriteTx, { staffId, from, returns }: NewLeave): Promise<boolean> =>
  (await tx.db
    .selectFrom('staff_leave')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('from_day', '<', returns)
    .where('returns_on', '>', from)
    .executeTakeFirst()) !== undefined

/** Records that somebody is away from a day until their day of return; refuses one that meets another. Answers with its id. */
export const recordLeave = async (tx: WriteTx, leave: NewLeave): Promise<Result<string>> => {
  const fault = faultOfLeave(leave.from, leave.returns, tx.today)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  if (await overlapping(tx, leave))
    return refused(
      'invalid',
      'They are away on some of these days already. Move the day of return of that leave',
      'from',
    )
  const id = tx.ids.next()
  await tx.db
    .insertInto('staff_leave')
    .values({
      id,
      staff_id: leave.staffId,
      from_day: leave.from,
      returns_on: leave.returns,
      recorded_by: leave.recordedBy,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
