import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RunState } from '../model.ts'

/** One run of disposal, as its keepers see it. */
export interface DisposalRun {
  readonly id: string
  readonly organisation_id: string
  readonly organisation: string
  readonly as_of: Temporal.PlainDate
  readonly state: RunState
  readonly made_by: string
  readonly maker: string
  readonly made_at: Temporal.Instant
  readonly lines: number
  readonly handled: number
  readonly approver: string | null
  readonly approved_at: Temporal.Instant | null
  readonly done_at: Temporal.Instant | null
}

const columns = sql`r.id, r.organisation_id, o.name as organisation, r.as_of, r.state, r.made_by, m.full_name as maker, r.made_at, r.lines, r.handled,
  a.full_name as approver, r.approved_at, r.done_at
  from disposal_run r join organisation o on o.id = r.organisation_id join staff m on m.id = r.made_by left join staff a on a.id = r.approved_by`

/** One run. Refuses `not_found` for another organisation's. */
export const disposalRun = async (tx: Pick<ReadTx, 'db'>, runId: string): Promise<Result<DisposalRun>> => {
  const found = await sql<DisposalRun>`select ${columns} where r.id = ${runId}`.execute(tx.db)
  const [run] = found.rows
  return run === undefined ? refused('not_found', 'There is no such run.') : ok(run)
}

/** The newest runs of the organisations whose records the actor keeps. */
export const disposalRuns = async (tx: Pick<ReadTx, 'db'>): Promise<readonly DisposalRun[]> =>
  (await sql<DisposalRun>`select ${columns} order by r.made_at desc limit 50`.execute(tx.db)).rows
