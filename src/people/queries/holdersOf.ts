import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'

/** Whose a number is now, and for whom things told under it are recorded, so that a merge can be undone. */
export interface Holder {
  readonly personId: string
  readonly recordedUnder: string
}

/** The people who have these prison numbers, aliases included, by number. */
export const holdersOf = async (
  db: Pick<Kysely<DB>, 'selectFrom'>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Holder>> => {
  const rows = await db
    .selectFrom('identifier')
    .select(['value', 'person_id', 'recorded_under'])
    .where('type', '=', 'prison_number')
    .where(sql<boolean>`value = any (${numbers}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [row.value, { personId: row.person_id, recordedUnder: row.recorded_under }]),
  )
}
