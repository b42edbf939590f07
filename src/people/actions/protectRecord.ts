import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

const answered = (done: boolean | undefined): Result<void> =>
  done === true ? ok(undefined) : refused('not_found', 'There is no such person in your team’s care.')

export interface Restriction {
  readonly personId: string
  /** What anybody else is told to ring. */
  readonly ring: string
  readonly why: string
  /** Staff who may open the record; whoever decides is always among them. */
  readonly named: readonly string[]
}

/** Lets named staff alone open a record (product.md, "A restricted person is visible to named staff only"). */
export const restrictPerson = async (tx: WriteTx, { personId, ring, why, named }: Restriction) => {
  const done = await sql<{ done: boolean }>`
    select restrict_person(${personId}::uuid, ${ring}, ${why}, ${named}::uuid[], ${tx.now}::timestamptz) as done`.execute(
    tx.db,
  )
  return answered(done.rows[0]?.done)
}

/** Opens a restricted record to its teams again. */
export const liftRestriction = async (tx: WriteTx, personId: string): Promise<Result<void>> => {
  const done = await sql<{ done: boolean }>`select lift_restriction(${personId}::uuid) as done`.execute(tx.db)
  return answered(done.rows[0]?.done)
}

/** Keeps these members of staff, and no others, from a record: a relative, a conflict of interest; glass or no glass. */
export const lockOutStaff = async (
  tx: WriteTx,
  personId: string,
  members: readonly string[],
  why: string,
): Promise<Result<void>> => {
  const done = await sql<{ done: boolean }>`
    select lock_out_staff(${personId}::uuid, ${members}::uuid[], ${why}, ${tx.now}::timestamptz) as done`.execute(
    tx.db,
  )
  return answered(done.rows[0]?.done)
}
