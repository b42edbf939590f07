import { sql } from 'kysely'
import { type Answers, storedAnswers } from '../../assessment/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** One agreement of a plan, or one review of it. */
export interface PlanRecord {
  readonly id: string
  readonly kind: 'recovery_plan_agreed' | 'plan_reviewed'
  readonly day: Temporal.PlainDate
  readonly by: string | null
  readonly service: string | null
  readonly answers: Answers
}

interface Row extends Omit<PlanRecord, 'answers'> {
  readonly answers: unknown
}

/** How many a page lists: seven years of reviews every 13 weeks. */
const most = 30

/** Agreements and reviews of recovery plans, newest first; at most thirty. */
export const planRecords = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<readonly PlanRecord[]> => {
  const found = await sql<Row>`
    select f.id, f.kind, f.day, f.answers, t.full_name as by, s.name as service
    from fact f left join staff t on t.id = f.recorded_by left join service s on s.id = f.service_id
    where f.person_id = ${personId} and f.kind in ('recovery_plan_agreed', 'plan_reviewed')
      and not exists (select from fact later where later.amends = f.id)
    order by f.day desc, f.at desc, f.id desc limit ${sql.lit(most)}`.execute(tx.db)
  return found.rows.map((row) => ({ ...row, answers: storedAnswers.parse(row.answers) }))
}
