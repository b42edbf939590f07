import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Unmatched } from '../continuity/index.ts'

interface CountRow {
  readonly nobody: number
  readonly ambiguous: number
  readonly unknown_people: number
}

/** What nobody can measure, over all services and cut by no date: the counts that the command prints. */
export const measureUnknowns = async (tx: Pick<ReadTx, 'db'>): Promise<Unmatched> => {
  const found = await sql<CountRow>`select * from measure_unknowns()`.execute(tx.db)
  const [row] = found.rows
  return {
    unmatched_episodes: { nobody: row?.nobody ?? 0, ambiguous: row?.ambiguous ?? 0 },
    unknown_people_in_feed: row?.unknown_people ?? 0,
  }
}
