import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactOutcome } from '../../standards/index.ts'
import type { BoardPerson } from './boardPeople.ts'

/** How often somebody was rung since they left, and what became of the last call. */
export interface BoardAttempts {
  readonly person_id: string
  readonly count: number
  readonly last_day: Temporal.PlainDate
  readonly last_outcome: ContactOutcome
}

/** Attempts since release of people who left. */
export const boardAttempts = async (
  tx: Pick<ReadTx, 'db'>,
  people: readonly Pick<BoardPerson, 'id' | 'day'>[],
): Promise<ReadonlyMap<string, BoardAttempts>> => {
  const found = await sql<BoardAttempts>`
    select c.person_id, count(*)::integer as count, max(c.day) as last_day,
      (array_agg(c.outcome order by c.day desc, c.id desc))[1] as last_outcome
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ day }) => day)}::date[]) as w (person_id, left_on)
      join contact c on c.person_id = w.person_id and c.day >= w.left_on
    where c.purpose in ('follow_up', 'call_sheet') and c.outcome <> 'planned'
    group by c.person_id`.execute(tx.db)
  return new Map(found.rows.map((row) => [row.person_id, row]))
}
