import { sql } from 'kysely'
import { holdersOf } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { newReleaseDates } from '../queries/newReleaseDates.ts'
import { recordReleaseDates } from './recordReleaseDates.ts'

interface HeldDate {
  readonly prison_number: string
  readonly told: {
    readonly type: string
    readonly date: string | null
    readonly recorded_at: string
    readonly source: string | null
  }
}

/** Applies the release dates that wait for these numbers, which are somebody's now. */
export const applyHeldReleaseDates = async (tx: WriteTx, numbers: readonly string[]): Promise<void> => {
  const held = await sql<HeldDate>`update held_row set applied_at = ${tx.now.toString()}::timestamptz
    where kind = 'release_date' and applied_at is null and prison_number = any (${numbers}::text[])
    returning prison_number, told`.execute(tx.db)
  if (held.rows.length === 0) return
  const holders = await holdersOf(tx.db, numbers)
  const dates = held.rows.flatMap(({ prison_number, told }) => {
    const holder = holders.get(prison_number)
    return holder === undefined ? [] : [{ ...told, holder, source: told.source ?? 'file' }]
  })
  const recorded = await recordReleaseDates(tx, await newReleaseDates(tx, dates))
  if (!recorded.ok) throw new Error(recorded.refusal.message)
}
