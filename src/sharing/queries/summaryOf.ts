import type { ReadTx } from '../../platform/database/transaction.ts'

/** What somebody agreed may be said of how they are doing. */
export interface AgreedSummary {
  readonly words: string
  readonly day: Temporal.PlainDate
  readonly by: string | null
  readonly service: string
}

/** The summary that stands; undefined where there is none that this reader may read today. */
export const summaryOf = (tx: Pick<ReadTx, 'db'>, personId: string): Promise<AgreedSummary | undefined> =>
  tx.db
    .selectFrom('agreed_summary as a')
    .innerJoin('service as s', 's.id', 'a.service_id')
    .leftJoin('staff', 'staff.id', 'a.recorded_by')
    .select(['a.words', 'a.day', 'staff.full_name as by', 's.name as service'])
    .where('a.person_id', '=', personId)
    .orderBy('a.recorded_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
