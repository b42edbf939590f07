import type { Services } from '../http/route.ts'

/**
 * Throws where this copy's secret is not the one that the database has been used with: what was sealed could not be
 * opened, and what this copy seals no other could open.
 */
export const checkSecret = async ({
  database,
  secrets,
}: Pick<Services, 'database' | 'secrets'>): Promise<void> => {
  const digest = secrets.digest('this database', 'secret check')
  const kept = await database.auth(async (db) => {
    await db
      .insertInto('secret_check')
      .values({ digest })
      .onConflict((conflict) => conflict.column('single').doNothing())
      .execute()
    return db.selectFrom('secret_check').select('digest').executeTakeFirstOrThrow()
  })
  if (kept.digest !== digest)
    throw new Error(
      'THROUGHCARE_SECRET (or the file "secret" in the data folder) is not the one that this database was used with before. Set it to that one: without it nobody’s one-time codes can be checked.',
    )
}
