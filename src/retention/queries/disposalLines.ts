import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** One record and rule of a run, or all that is nobody’s: no name, no number, nothing that it says. */
export interface DisposalLine {
  readonly person_id: string | null
  readonly rule: string
  readonly last_on: Temporal.PlainDate
  readonly due_since: Temporal.PlainDate
  readonly row_count: number
  readonly outcome: 'waiting' | 'done' | 'held' | 'no_longer_due'
}

export interface RuleTotal {
  readonly rule: string
  readonly records: number
  readonly row_count: number
  readonly done: number
  readonly left_alone: number
}

export const linesOnPage = 50

/** Fifty lines of a run, the longest due first; `page` from 1. */
export const disposalLines = async (
  tx: Pick<ReadTx, 'db'>,
  runId: string,
  page: number,
): Promise<readonly DisposalLine[]> =>
  (
    await sql<DisposalLine>`select person_id, rule, last_on, due_since, row_count, outcome from disposal_line
      where run_id = ${runId} order by due_since, person_id, rule limit ${linesOnPage} offset ${(page - 1) * linesOnPage}`.execute(
      tx.db,
    )
  ).rows

/** How much of a run falls under each rule, and what became of it. */
export const ruleTotals = async (tx: Pick<ReadTx, 'db'>, runId: string): Promise<readonly RuleTotal[]> =>
  (
    await sql<RuleTotal>`select rule, count(person_id)::integer as records, sum(row_count)::integer as row_count,
        count(*) filter (where outcome = 'done')::integer as done,
        count(*) filter (where outcome in ('held', 'no_longer_due'))::integer as left_alone
      from disposal_line where run_id = ${runId} group by rule order by rule`.execute(tx.db)
  ).rows
