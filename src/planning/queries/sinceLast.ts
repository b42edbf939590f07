import { scoresBetween } from '../../assessment/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { testsInWords, testsSince } from '../../testing/index.ts'
import type { Plan } from '../model.ts'
import { scoreLine } from '../score-words.ts'
import { type SinceWords, sayChanged } from '../since.ts'
import { changedSince } from './changedSince.ts'
import { planRecords } from './planRecords.ts'

export interface SinceLast {
  /** The day of the last plan or review, else the day the plan was begun. */
  readonly since: Temporal.PlainDate
  readonly changed: SinceWords & { readonly scores: string }
  /** Tests and incidents, as this reader may see them. Laid out, and never kept with the review: they have other readers. */
  readonly tests: string
}

/** What changed since the plan was last gone through, in words. */
export const sinceLast = async (
  tx: ReadTx,
  personId: string,
  plan: Pick<Plan, 'begunOn'>,
): Promise<SinceLast> => {
  const [last] = await planRecords(tx, personId)
  const since = last?.day ?? plan.begunOn
  const scored = await scoresBetween(tx, personId, { from: since, to: tx.today })
  const before =
    scored.length === 0
      ? []
      : await scoresBetween(tx, personId, {
          from: since.subtract({ years: 5 }),
          to: since.subtract({ days: 1 }),
        })
  const said = sayChanged(await changedSince(tx, personId, since), tx.today)
  const tests = testsInWords(await testsSince(tx, personId, since))
  return { since, changed: { ...said, scores: scoreLine(scored, before) }, tests }
}
