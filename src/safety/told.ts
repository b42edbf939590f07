import type { RecordedFact } from '../assessment/index.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { dayNumber } from '../platform/day.ts'

/** When the service came to know of it: day number and epoch milliseconds, as the standards read it. */
export interface Told {
  readonly toldOn: number
  readonly toldAt: number
}

/**
 * Now; where a record is put right, when it was first told, unless it says more than it did: a test that turned out
 * positive is news.
 */
export const toldWhen = (
  tx: Pick<WriteTx, 'today' | 'now'>,
  amended: RecordedFact | null,
  isNews: boolean,
): Told => {
  const { toldOn, toldAt } = amended?.reading ?? {}
  return typeof toldOn === 'number' && typeof toldAt === 'number' && !isNews
    ? { toldOn, toldAt }
    : { toldOn: dayNumber(tx.today), toldAt: tx.now.epochMilliseconds }
}
