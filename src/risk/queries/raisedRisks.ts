import type { ReadTx } from '../../platform/database/transaction.ts'
import { riskReviews } from '../../standards/index.ts'
import type { PackId } from '../../standards/model.ts'

/** One thing that asks for the risks to be looked at again. */
export interface RaisedRow {
  readonly pack: PackId
  readonly standard: string
  readonly opensOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
}

const asking = riskReviews.map(({ id }) => id)

/** What raised a risk and was not answered yet, the most pressing first. */
export const raisedRisks = (tx: ReadTx, personId: string): Promise<readonly RaisedRow[]> =>
  tx.db
    .selectFrom('obligation')
    .select(['pack', 'standard', 'opens_on as opensOn', 'due_on as dueOn'])
    .where('person_id', '=', personId)
    .where('standard', 'in', asking)
    .where('state', '=', 'owed')
    .where('opens_on', '<=', tx.today)
    .orderBy('due_on')
    .limit(20)
    .$narrowType<{ pack: PackId }>()
    .execute()
