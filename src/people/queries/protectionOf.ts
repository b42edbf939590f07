import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Who alone may open a record, and who never may. */
export interface Protection {
  /** What anybody else is told to ring; null: the record is not restricted. */
  readonly ring_number: string | null
  readonly reason: string | null
  readonly named: readonly string[]
  readonly locked_out: readonly string[]
}

/** A member of staff who could come upon the record. */
export interface StaffAround {
  readonly id: string
  readonly full_name: string
  readonly service: string
}

/** How a record is protected, for the team leader who holds it; for anybody else nothing is there. */
export const protectionOf = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Result<Protection>> => {
  const found = await sql<Protection>`select * from protection_of(${personId}::uuid)`.execute(tx.db)
  const [row] = found.rows
  return row === undefined ? refused('not_found', 'There is no such person.') : ok(row)
}

/** Staff of the leader's services and prisons, by name: at most 300. */
export const staffAround = async (tx: Pick<ReadTx, 'db'>): Promise<readonly StaffAround[]> =>
  (await sql<StaffAround>`select * from staff_around()`.execute(tx.db)).rows
