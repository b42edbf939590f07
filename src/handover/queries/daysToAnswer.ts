import type { ReadTx } from '../../platform/database/transaction.ts'
import { england, type Span, settingNow, spansIn } from '../../standards/index.ts'

const setting = 'Working days to accept a hand-over'

const span: Span = spansIn(england).find(({ name }) => name === setting) ?? {
  name: setting,
  standard: 5,
  unit: 'working days',
}

/** Working days that a receiving service has to answer: the standard's number, or what was set for today. */
export const daysToAnswer = (tx: Pick<ReadTx, 'db' | 'today'>): Promise<number> => settingNow(tx, span)
