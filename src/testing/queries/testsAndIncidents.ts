import { sql } from 'kysely'
import { type Answers, storedAnswers } from '../../assessment/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A test or an incident as it stands. */
export interface SafetyRecord {
  readonly id: string
  readonly kind: 'incident' | 'test_result'
  readonly day: Temporal.PlainDate
  readonly by: string | null
  readonly service: string | null
  readonly answers: Answers
}

/** One page of them, and how many there are in all. */
export interface SafetyRecords {
  readonly records: readonly SafetyRecord[]
  readonly total: number
}

interface Row extends Omit<SafetyRecord, 'answers'> {
  readonly answers: unknown
  readonly total: number
}

/** How many stand on one page. */
const pageSize = 50

/** What this reader may see of somebody's tests and incidents, newest first; `page` from 1. */
export const testsAndIncidents = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  page: number,
): Promise<SafetyRecords> => {
  const found = await sql<Row>`
    select f.id, f.kind, f.day, f.answers, t.full_name as by, s.name as service, count(*) over ()::int as total
    from fact f left join staff t on t.id = f.recorded_by left join service s on s.id = f.service_id
    where f.person_id = ${personId} and f.kind in ('incident', 'test_result')
      and not exists (select from fact later where later.amends = f.id)
    order by f.day desc, f.at desc, f.id desc
    limit ${sql.lit(pageSize)} offset ${(page - 1) * pageSize}`.execute(tx.db)
  return {
    records: found.rows.map(({ total: _, ...row }) => ({
      ...row,
      answers: storedAnswers.parse(row.answers),
    })),
    total: found.rows[0]?.total ?? 0,
  }
}
