import type { Database } from '../../platform/database/transaction.ts'
import { ok } from '../../platform/result.ts'

/** Whether this database holds the demonstration already. */
export const isLoaded = async (database: Database, signInName: string): Promise<boolean> => {
  const found = await database.intake(async ({ db }) => {
    const row = await db
      .selectFrom('credential')
      .select('staff_id')
      .where('sign_in_name', '=', signInName)
      .executeTakeFirst()
    return ok(row !== undefined)
  })
  return found.ok && found.value
}
