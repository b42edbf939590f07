import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** What went, as the log has it. */
export interface LogEntry {
  readonly place: number
  readonly rule: string
  readonly table_name: string
  readonly row_count: number
  readonly digest: string
  readonly done_at: Temporal.Instant
}

/** The newest entries, of one run or of all. */
export const disposalLog = async (
  tx: Pick<ReadTx, 'db'>,
  runId: string | null,
): Promise<readonly LogEntry[]> =>
  (
    await sql<LogEntry>`select place, rule, table_name, row_count, digest, done_at from disposal_log
      where ${runId}::uuid is null or run_id = ${runId}::uuid order by place desc limit 50`.execute(tx.db)
  ).rows

/** How many entries do not follow from the one before: none, unless somebody changed the log beyond the service. */
export const brokenDisposals = async (tx: Pick<ReadTx, 'db'>): Promise<number> => {
  const found = await sql<{ broken: number }>`select broken_disposals()::integer as broken`.execute(tx.db)
  return found.rows[0]?.broken ?? 0
}

export interface HeldTotal {
  readonly kind: 'hand' | 'death'
  readonly total: number
}

/** How many records of these organisations nothing may be disposed of, and why in a word. */
export const heldTotals = async (
  tx: Pick<ReadTx, 'db'>,
  organisations: readonly string[],
): Promise<readonly HeldTotal[]> =>
  (
    await sql<HeldTotal>`select h.kind, sum(h.total)::integer as total
      from unnest(${organisations}::uuid[]) o, held_records(o) h group by h.kind order by h.kind`.execute(
      tx.db,
    )
  ).rows

/** The organisations whose records the actor keeps. */
export const keptOrganisations = async (
  tx: Pick<ReadTx, 'db'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (
    await sql<{
      id: string
      name: string
    }>`select id, name from organisation where id = any (actor_keeps()) order by name`.execute(tx.db)
  ).rows
