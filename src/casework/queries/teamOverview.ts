import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

export interface OverdueByStandard {
  readonly standard: string
  readonly overdue: number
  readonly oldest: Temporal.PlainDate
}

/** What these services owe and is past its day, by standard, the most first. */
export const overdueByStandard = async (
  tx: ReadTx,
  services: readonly string[],
): Promise<readonly OverdueByStandard[]> => {
  const found = await sql<OverdueByStandard>`
    select o.standard, count(distinct (o.person_id, o.subject_id)) as overdue, min(o.due_on) as oldest from obligation o
    where o.service_id = any (${services}::uuid[]) and o.state = 'owed' and o.due_on < ${tx.today}
      and o.opens_on <= ${tx.today} and (o.lapses_on is null or o.lapses_on >= ${tx.today})
    group by o.standard order by overdue desc, o.standard limit 50`.execute(tx.db)
  return found.rows
}
