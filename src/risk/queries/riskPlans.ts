import { sql } from 'kysely'
import { type Answers, storedAnswers } from '../../assessment/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** One agreement of a risk plan, or one review of it. */
export interface RiskRecord {
  readonly id: string
  readonly kind: 'risk_plan_agreed' | 'risk_reviewed'
  readonly day: Temporal.PlainDate
  readonly by: string | null
  readonly service: string | null
  readonly answers: Answers
}

interface Row extends Omit<RiskRecord, 'answers'> {
  readonly answers: unknown
}

/** How many agreements and reviews a page lists. */
const most = 30

/** Plans and reviews of risk as they stand, newest first; at most thirty. */
export const riskRecords = async (tx: ReadTx, personId: string): Promise<readonly RiskRecord[]> => {
  const found = await sql<Row>`
    select f.id, f.kind, f.day, f.answers, t.full_name as by, s.name as service
    from fact f left join staff t on t.id = f.recorded_by left join service s on s.id = f.service_id
    where f.person_id = ${personId} and f.kind in ('risk_plan_agreed', 'risk_reviewed')
      and not exists (select from fact later where later.amends = f.id)
    order by f.day desc, f.at desc, f.id desc limit ${sql.lit(most)}`.execute(tx.db)
  return found.rows.map((row) => ({ ...row, answers: storedAnswers.parse(row.answers) }))
}
