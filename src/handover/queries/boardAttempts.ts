import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactOutcome } from '../../standards/index.ts'

/** How often somebody was rung since they left, and what became of the last call. */
export interface BoardAttempts {
  readonly person_id: string
  readonly count: number
  readonly last_day: Temporal.PlainDate
  readonly last_outcome: ContactOutcome
}

/** Attempts since release of these people. */
export const boardAttempts = async (
  tx: Pick<ReadTx, 'db'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, BoardAttempts>> => {
  const found = await sql<BoardAttempts>`
    select c.person_id, count(*)::integer as count, max(c.day) as last_day,
      (array_agg(c.outcome order by c.day desc, c.id desc))[1] as last_outcome
    from contact c join whereabouts w on w.person_id = c.person_id
    where c.person_id = any (${people}::uuid[]) and c.purpose in ('follow_up', 'call_sheet') and c.outcome <> 'planned'
      and c.day >= w.released_on
    group by c.person_id`.execute(tx.db)
  return new Map(found.rows.map((row) => [row.person_id, row]))
}
