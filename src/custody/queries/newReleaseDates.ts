import { sql } from 'kysely'
import type { Holder } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A release date and whose it is. */
export interface KnownReleaseDate {
  readonly holder: Holder
  readonly type: string
  readonly date: Temporal.PlainDate | string | null
  readonly recorded_at: Temporal.Instant | string
  readonly source: string
}

/** Those of the dates that their person's list does not hold yet. */
export const newReleaseDates = async (
  tx: Pick<ReadTx, 'db'>,
  dates: readonly KnownReleaseDate[],
): Promise<readonly KnownReleaseDate[]> => {
  if (dates.length === 0) return []
  const rows = dates.map(({ holder, ...date }, place) => ({ ...date, place, person_id: holder.personId }))
  const found = await tx.db
    .selectFrom(
      sql<{ place: number }>`(select t.place from json_to_recordset(${JSON.stringify(rows)}::json)
        as t (place integer, person_id uuid, type text, date date, recorded_at timestamptz, source text)
        where not exists (select from release_date r where r.person_id = t.person_id and r.recorded_at = t.recorded_at
          and r.type = t.type and r.date is not distinct from t.date and r.source = t.source))`.as('fresh'),
    )
    .select('fresh.place')
    .execute()
  return found.flatMap(({ place }) => dates[place] ?? [])
}
