import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Plan } from '../model.ts'
import { type SinceWords, sayChanged } from '../since.ts'
import { changedSince } from './changedSince.ts'
import { planRecords } from './planRecords.ts'

export interface SinceLast {
  /** The day of the last plan or review, else the day the plan was begun. */
  readonly since: Temporal.PlainDate
  readonly changed: SinceWords
}

/** What changed since the plan was last gone through, in words. */
export const sinceLast = async (
  tx: ReadTx,
  personId: string,
  plan: Pick<Plan, 'begunOn'>,
): Promise<SinceLast> => {
  const [last] = await planRecords(tx, personId)
  const since = last?.day ?? plan.begunOn
  return { since, changed: sayChanged(await changedSince(tx, personId, since), tx.today) }
}
