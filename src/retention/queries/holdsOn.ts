import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A hold on somebody's record, set by hand or let go by hand. */
export interface Hold {
  readonly id: string
  readonly kind: 'hand' | 'death'
  readonly reason: string
  readonly by: string | null
  readonly recorded_at: Temporal.Instant
  readonly lifted_at: Temporal.Instant | null
  readonly lifted_by: string | null
  readonly lifted_why: string | null
}

export interface Holds {
  /** Why nothing of the record is disposed of now; null where nothing holds it. */
  readonly held: 'hand' | 'death' | null
  readonly history: readonly Hold[]
}

/** What holds somebody's record, and what did. */
export const holdsOn = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Holds> => {
  const now = await sql<{ held: Holds['held'] }>`select hold_on(${personId}::uuid) as held`.execute(tx.db)
  const history = await sql<Hold>`
    select h.id, h.kind, h.reason, s.full_name as by, h.recorded_at, h.lifted_at, l.full_name as lifted_by, h.lifted_why
    from legal_hold h left join staff s on s.id = h.recorded_by left join staff l on l.id = h.lifted_by
    where h.person_id = ${personId} order by h.recorded_at desc, h.id`.execute(tx.db)
  return { held: now.rows[0]?.held ?? null, history: history.rows }
}
