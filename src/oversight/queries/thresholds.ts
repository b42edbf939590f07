import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'
import { type Threshold, usualThresholds } from '../rules.ts'

/** From how many records opened in how many minutes on somebody is asked about it: as set for a day, else the usual numbers. */
export const thresholds = async (
  db: Pick<Kysely<DB>, 'getExecutor'>,
  day: Temporal.PlainDate,
): Promise<Readonly<Record<Threshold, number>>> => {
  const found = await sql<{ name: Threshold; value: number }>`
    select distinct on (name) name, value from setting_period
    where name = any (${Object.keys(usualThresholds)}::text[]) and from_day <= ${day}::date and (to_day is null or to_day >= ${day}::date)
    order by name, from_day desc`.execute(db as Kysely<DB>)
  return { ...usualThresholds, ...Object.fromEntries(found.rows.map(({ name, value }) => [name, value])) }
}
