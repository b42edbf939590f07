import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** How often a test came to something, or an incident of a kind happened. */
export interface CountSince {
  readonly kind: 'incident' | 'test_result'
  /** The kind of an incident, or what a test came to. */
  readonly what: string
  readonly count: number
}

/** Tests and incidents of somebody from a day on, as far as this reader may see them. */
export const testsSince = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  personId: string,
  since: Temporal.PlainDate,
): Promise<readonly CountSince[]> => {
  const found = await sql<CountSince>`
    select f.kind, coalesce(f.reading ->> 'what', f.reading ->> 'result') as what, count(*)::int as count from fact f
    where f.person_id = ${personId} and f.kind in ('incident', 'test_result') and f.day >= ${since}::date and f.day <= ${tx.today}::date
      and not exists (select from fact later where later.amends = f.id)
    group by 1, 2 order by 1, 3 desc, 2`.execute(tx.db)
  return found.rows
}
