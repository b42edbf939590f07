import { sql } from 'kysely'
import { holdersOf } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { newReleaseDates } from '../queries/newReleaseDates.ts'
import type { ReleaseDateType } from '../release-date-types.ts'
import { recordReleaseDates } from './recordReleaseDates.ts'
import type { Taken } from './takeMessages.ts'

/** A release date as a file tells of it; a null date withdraws its type. */
export interface ToldReleaseDate {
  readonly prison_number: string
  readonly type: ReleaseDateType
  readonly date: Temporal.PlainDate | null
  readonly recorded_at: Temporal.Instant
  readonly source: string | null
}

const fingerprint = ({ prison_number, type, date, recorded_at, source }: ToldReleaseDate): string =>
  `${prison_number}|${type}|${date ?? ''}|${recorded_at}|${source ?? ''}`

/** Keeps rows about numbers that nobody has; answers with how many were not kept before. */
const hold = async (tx: WriteTx, rows: readonly ToldReleaseDate[]): Promise<number> => {
  if (rows.length === 0) return 0
  const held = rows.map((row) => ({
    id: tx.ids.next(),
    kind: 'release_date',
    prison_number: row.prison_number,
    fingerprint: fingerprint(row),
    told: { type: row.type, date: row.date, recorded_at: row.recorded_at, source: row.source },
    received_at: tx.now,
  }))
  const stored =
    await sql`insert into held_row select * from json_populate_recordset(null::held_row, ${JSON.stringify(held)}::json)
    on conflict (fingerprint) do nothing returning id`.execute(tx.db)
  return stored.rows.length
}

/**
 * Takes rows of `release-dates.csv`: adds what is new to each person's list, which is never thrown away;
 * rows about numbers that nobody has are held until somebody does. Runs as the intake.
 */
export const takeReleaseDates = async (
  tx: WriteTx,
  rows: readonly ToldReleaseDate[],
): Promise<Result<Taken>> => {
  const distinct = [...new Map(rows.map((row) => [fingerprint(row), row])).values()]
  const holders = await holdersOf(tx.db, [...new Set(distinct.map(({ prison_number }) => prison_number))])
  const held = await hold(
    tx,
    distinct.filter(({ prison_number }) => !holders.has(prison_number)),
  )
  const fresh = await newReleaseDates(
    tx,
    distinct.flatMap(({ prison_number, type, date, recorded_at, source }) => {
      const holder = holders.get(prison_number)
      return holder === undefined ? [] : [{ holder, type, date, recorded_at, source: source ?? 'file' }]
    }),
  )
  const recorded = await recordReleaseDates(tx, fresh)
  if (!recorded.ok) return recorded
  return ok({ applied: fresh.length, held, duplicates: rows.length - fresh.length - held })
}
