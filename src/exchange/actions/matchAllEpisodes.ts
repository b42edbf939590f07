import { matchEpisodes } from '../../people/index.ts'
import type { Database } from '../../platform/database/transaction.ts'
import { ok } from '../../platform/result.ts'
import { oneImportAtATime } from './oneImportAtATime.ts'

const chunk = 20_000

/** Works out again whose every episode of a file is, in chunks: the order of files never matters. */
export const matchAllEpisodes = async (database: Database): Promise<void> => {
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) {
    const from: string = after
    const done = await database.intake(
      async (tx) => {
        await oneImportAtATime(tx)
        const rows = await tx.db
          .selectFrom('episode')
          .select('id')
          .where('id', '>', from)
          .orderBy('id')
          .limit(chunk)
          .execute()
        await matchEpisodes(
          tx,
          rows.map(({ id }) => id),
        )
        return ok(rows.at(-1)?.id)
      },
      { action: 'match_episodes', runsAs: 'import' },
    )
    if (!done.ok) throw new Error(done.refusal.message)
    after = done.value
  }
}
