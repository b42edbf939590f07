import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { RetentionRule } from '../model.ts'
import { rulesWith } from '../rules.ts'

/** The rules as they stand today, with the numbers that were set. */
export const rulesNow = async (tx: Pick<ReadTx, 'db' | 'today'>): Promise<readonly RetentionRule[]> => {
  const rows = await sql<{ name: string; value: number }>`
    select distinct on (name) name, value from setting_period
    where name like 'retention\\_%' and from_day <= ${tx.today}::date and (to_day is null or to_day >= ${tx.today}::date)
    order by name, from_day desc`.execute(tx.db)
  return rulesWith(new Map(rows.rows.map(({ name, value }) => [name, value])))
}
