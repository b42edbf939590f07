import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A number on a prison's roll that nobody here has, and where its newest row has them. */
export interface HeldOnRoll {
  readonly prison_number: string
  readonly prison: string
  readonly wing: string | null
  readonly cell: string | null
  readonly as_of: Temporal.Instant
  readonly total: number
}

/** Who stands on the rolls of these prisons and on no record: the newest row of each number, by wing and cell, at most 50. */
export const heldRoll = async (tx: ReadTx, prisons: readonly string[]): Promise<readonly HeldOnRoll[]> => {
  const found = await sql<HeldOnRoll>`
    select *, count(*) over () as total from (
      select distinct on (h.prison_number) h.prison_number, coalesce(e.name, h.told ->> 'establishment') as prison,
        h.told ->> 'wing' as wing, h.told ->> 'cell' as cell, (h.told ->> 'as_of')::timestamptz as as_of
      from held_row h left join establishment e on e.code = h.told ->> 'establishment'
      where h.kind = 'roll' and h.applied_at is null and h.told ->> 'establishment' = any (${prisons}::text[])
      order by h.prison_number, (h.told ->> 'as_of')::timestamptz desc, h.id) waiting
    order by prison, wing nulls last, cell nulls last, prison_number limit 50`.execute(tx.db)
  return found.rows
}
