import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** What the database says where the organisation would be left with nobody to keep its accounts. */
const isLastAdministrator = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TC001'

const lastAdministrator =
  'They are the last service administrator of the organisation. Give somebody else that role first'

export interface Ending {
  readonly staffId: string
  /** The last day on which the role is held. */
  readonly lastDay: Temporal.PlainDate
}

const endPosts = async (tx: WriteTx, { staffId, lastDay }: Ending, postIds: readonly string[]) => {
  await sql`update membership set to_day = greatest(from_day, ${lastDay.toString()}::date)
    where staff_id = ${staffId} and id = any (${postIds}::uuid[]) and (to_day is null or to_day > ${lastDay.toString()}::date)`.execute(
    tx.db,
  )
  await sql`select end_sessions_of(${staffId}::uuid)`.execute(tx.db)
  await enqueue(tx.db, 'end_allocations_of_leavers', { staffId })
}

/**
 * Ends roles of somebody on a day, with the sessions in them; the people they worked with by name go back to the
 * team when that day is over. Refuses where the organisation's last administrator would go.
 */
export const endRoles = async (
  tx: WriteTx,
  ending: Ending,
  postIds: readonly string[],
): Promise<Result<void>> => {
  if (ending.staffId === tx.actor?.staffId)
    return refused('invalid', 'Somebody else who keeps accounts ends your roles')
  try {
    await endPosts(tx, ending, postIds)
    return ok(undefined)
  } catch (error) {
    if (isLastAdministrator(error)) return refused('invalid', lastAdministrator)
    throw error
  }
}
