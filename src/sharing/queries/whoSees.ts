import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A service, or a member of staff by name, who can see somebody's record today. */
export interface Seer {
  readonly service: string
  readonly kind: string
  readonly setting: 'custody' | 'community'
  readonly ground: string
  readonly role: StaffRole | null
  readonly name: string | null
  /** Null: all that their roles may read. */
  readonly classes: readonly string[] | null
  readonly until: Temporal.PlainDate | null
}

/** Who can see somebody's record today, for the person to be told; empty for whoever does not keep the register. */
export const whoSees = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly Seer[]> => {
  const found = await sql<Seer>`
    select service, kind, setting, ground, role, name, to_json(classes) as classes, until
    from who_sees(${personId}::uuid)`.execute(tx.db)
  return found.rows
}
