import type { ReadTx } from '../../platform/database/transaction.ts'

/** The next review, as the standards derive it. */
export interface ReviewDue {
  readonly opensOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
}

/** When the plan is to be reviewed next, or null where no review is owed. */
export const reviewDue = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<ReviewDue | null> =>
  (await tx.db
    .selectFrom('obligation')
    .select(['opens_on as opensOn', 'due_on as dueOn'])
    .where('person_id', '=', personId)
    .where('standard', '=', 'plan_review')
    .where('state', '=', 'owed')
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirst()) ?? null
