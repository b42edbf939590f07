import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** How often something happened in a prison in a period, and when last, ever. */
export interface SafetyFigure {
  readonly kind: 'incident' | 'test_result'
  /** The kind of an incident, or what a test came to. */
  readonly what: string
  /** Why a test was asked for; null for an incident. */
  readonly purpose: string | null
  readonly occurred: number
  readonly lastOn: Temporal.PlainDate
}

/** Incidents and tests of the actor's own prisons from a day to a day, both included: counts, and nobody by name. */
export const safetyFigures = async (
  tx: Pick<ReadTx, 'db'>,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<readonly SafetyFigure[]> => {
  const found = await sql<SafetyFigure>`
    select kind, what, purpose, occurred, last_on as "lastOn" from safety_figures(${from}::date, ${to}::date)`.execute(
    tx.db,
  )
  return found.rows
}
