import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { rulesNow } from '../queries/rulesNow.ts'

/** Makes the list of a run by the rules of today; answers how many lines it has. Runs as the intake. */
export const listDisposal = async (tx: WriteTx, runId: string): Promise<number> => {
  const rules = (await rulesNow(tx)).map(({ id, classes, years }) => ({ rule: id, classes, years }))
  const listed = await sql<{ lines: number }>`
    select list_disposal(${runId}::uuid, ${JSON.stringify(rules)}::jsonb, ${tx.now}::timestamptz) as lines`.execute(
    tx.db,
  )
  return listed.rows[0]?.lines ?? 0
}

/** Carries out the next lines of an approved run; answers how many are left. Runs as the intake. */
export const carryOutSome = async (tx: WriteTx, runId: string, most: number): Promise<number> => {
  const done = await sql<{ left_over: number }>`
    select carry_out_disposal(${runId}::uuid, ${most}, ${tx.now}::timestamptz) as left_over`.execute(tx.db)
  return done.rows[0]?.left_over ?? 0
}
