import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { KnownReleaseDate } from '../queries/newReleaseDates.ts'

/** Adds release dates, which are new, to their people's lists. */
export const recordReleaseDates = async (
  tx: WriteTx,
  dates: readonly KnownReleaseDate[],
): Promise<Result<void>> => {
  if (dates.length === 0) return ok(undefined)
  const locked = await tx.lock(...dates.map(({ holder }) => holder.personId))
  if (!locked.ok) return locked
  const rows = dates.map(({ holder, type, date, recorded_at, source }) => ({
    id: tx.ids.next(),
    person_id: holder.personId,
    recorded_under: holder.recordedUnder,
    type,
    date,
    recorded_at,
    source,
  }))
  await sql`insert into release_date (id, person_id, recorded_under, type, date, recorded_at, source)
    select id, person_id, recorded_under, type, date, recorded_at, source
    from json_populate_recordset(null::release_date, ${JSON.stringify(rows)}::json) on conflict do nothing`.execute(
    tx.db,
  )
  return ok(undefined)
}
