import type { ReadTx } from '../../platform/database/transaction.ts'
import { england, spansIn } from '../../standards/index.ts'

const setting = 'Working days to accept a hand-over'

const standard = spansIn(england).find(({ name }) => name === setting)?.standard ?? 5

/** Working days that a receiving service has to answer: the standard's number, or what was set for today. */
export const daysToAnswer = async (tx: Pick<ReadTx, 'db' | 'today'>): Promise<number> => {
  const row = await tx.db
    .selectFrom('setting_period')
    .select('value')
    .where('name', '=', setting)
    .where('from_day', '<=', tx.today)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>=', tx.today)]))
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? standard
}
