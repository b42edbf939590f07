import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { leaveWith } from '../queries/leave.ts'
import { faultOfReturn } from '../rules.ts'

export interface MovedReturn {
  readonly leaveId: string
  readonly returns: Temporal.PlainDate
  readonly why: string
  /** The version that the form was made from. */
  readonly version: number | null
  readonly recordedBy: string
}

const meetsAnother = async (
  tx: WriteTx,
  { leaveId, returns }: MovedReturn,
  staffId: string,
): Promise<boolean> =>
  (await tx.db
    .selectFrom('staff_leave as other')
    .innerJoin('staff_leave as this', (join) => join.on('this.id', '=', leaveId))
    .select('other.id')
    .where('other.staff_id', '=', staffId)
    .where('other.id', '<>', leaveId)
    .whereRef('other.returns_on', '>', 'this.from_day')
    .where('other.from_day', '<', returns)
    .executeTakeFirst()) !== undefined

/** Moves the day of return, later or earlier, and keeps the day until then with the reason. Whom it covers is the caller's to lock. */
export const moveReturn = async (tx: WriteTx, moved: MovedReturn): Promise<Result<void>> => {
  const leave = await leaveWith(tx, moved.leaveId)
  if (leave === undefined) return refused('not_found', 'There is no such leave.')
  if (moved.version !== null && moved.version !== leave.version)
    return refused('conflict', 'Somebody has moved this return meanwhile.')
  const fault = faultOfReturn(leave.from_day, moved.returns, tx.today)
  if (fault !== null) return refused('invalid', fault, 'returns')
  if (moved.returns.equals(leave.returns_on))
    return refused('invalid', 'This is the day already. Enter another', 'returns')
  if (await meetsAnother(tx, moved, leave.staff_id))
    return refused('invalid', 'They are away again before then. Enter an earlier day', 'returns')
  await tx.db
    .insertInto('staff_leave_change')
    .values({
      id: tx.ids.next(),
      leave_id: moved.leaveId,
      returned_on: leave.returns_on,
      why: moved.why,
      recorded_by: moved.recordedBy,
      recorded_at: tx.now,
    })
    .execute()
  const updated = await tx.db
    .updateTable('staff_leave')
    .set({ returns_on: moved.returns, version: leave.version + 1 })
    .where('id', '=', moved.leaveId)
    .executeTakeFirst()
  return updated.numUpdatedRows === 0n
    ? refused('forbidden', 'Only they or their team leader move this day.')
    : ok(undefined)
}
