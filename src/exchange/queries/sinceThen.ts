import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** How many people left, came in, and died since a day, as far as the reader may know. */
export interface SinceThen {
  readonly left: number
  readonly came: number
  readonly died: number
}

/** Counts people at these prisons since `day`. */
export const sinceThen = async (
  tx: ReadTx,
  prisons: readonly string[],
  day: Temporal.PlainDate,
): Promise<SinceThen> => {
  const found = await sql<SinceThen>`
    select count(distinct person_id) filter (where type in ('release', 'removal')) as left,
      count(distinct person_id) filter (where type in ('admission', 'transfer_in')) as came,
      count(distinct person_id) filter (where type = 'death') as died
    from movement where establishment_code = any (${prisons}::text[]) and day >= ${day.toString()}::date and not set_aside
      and not exists (select from person p where p.id = movement.person_id and p.date_of_death < movement.day)`.execute(
    tx.db,
  )
  return found.rows[0] ?? { left: 0, came: 0, died: 0 }
}
