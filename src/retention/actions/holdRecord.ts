import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Holds everything about somebody, with a reason, until a human lets go. */
export const holdRecord = async (tx: WriteTx, personId: string, reason: string): Promise<Result<void>> => {
  await tx.db
    .insertInto('legal_hold')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      kind: 'hand',
      reason,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok(undefined)
}

/** Lets go of what holds somebody's record, with why; of a death too. Refuses where nothing holds it. */
export const liftHold = async (tx: WriteTx, personId: string, why: string): Promise<Result<void>> => {
  const lifted = await sql<{ lifted: boolean }>`
    select lift_hold(${tx.ids.next()}::uuid, ${personId}::uuid, ${why}, ${tx.now}::timestamptz) as lifted`.execute(
    tx.db,
  )
  return lifted.rows[0]?.lifted === true
    ? ok(undefined)
    : refused('invalid', 'Nothing holds this record, or it is not yours to let go')
}
