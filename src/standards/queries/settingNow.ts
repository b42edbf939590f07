import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Span } from '../settings.ts'

/** What a number of the pack is today: as it was set, else its standard value. */
export const settingNow = async (tx: Pick<ReadTx, 'db' | 'today'>, span: Span): Promise<number> => {
  const row = await tx.db
    .selectFrom('setting_period')
    .select('value')
    .where('name', '=', span.name)
    .where('from_day', '<=', tx.today)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>=', tx.today)]))
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? span.standard
}
