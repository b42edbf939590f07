import { sql } from 'kysely'
import { dayOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/transaction.ts'
import { thresholds } from '../queries/thresholds.ts'

/**
 * Puts before the team leaders what the audit log holds since it was last gone through: records opened while the
 * team did not work with the person, and many in a short time. Answers with how many there are.
 */
export const surfaceViews = (database: Pick<Database, 'worker'>, now: Temporal.Instant): Promise<number> =>
  database.worker(async (db) => {
    const { many_records, many_records_minutes } = await thresholds(db, dayOf(now))
    const found = await sql<{ surfaced: number }>`
      select surface_views(${many_records}, ${many_records_minutes}, ${now}::timestamptz) as surfaced`.execute(
      db,
    )
    return found.rows[0]?.surfaced ?? 0
  })
