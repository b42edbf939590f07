import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Span } from '../period.ts'
import type { TeamRecord } from '../team-releases.ts'

interface RecordRow {
  readonly person_id: string
  readonly died_on: number | null
  readonly movements: TeamRecord['movements']
  readonly episodes: TeamRecord['episodes']
  readonly accepted: TeamRecord['accepted']
}

/**
 * What continuity is measured from, of everybody whom the reader's team released or received from `from` to
 * `to`; of nobody for who has no team. It names nobody: names are row security's to give.
 */
export const teamRecords = async (tx: ReadTx, { from, to }: Span): Promise<readonly TeamRecord[]> => {
  const found =
    await sql<RecordRow>`select * from team_records(${from.toString()}::date, ${to.toString()}::date)`.execute(
      tx.db,
    )
  return found.rows.map((row) => ({
    personId: row.person_id,
    diedOn: row.died_on,
    movements: row.movements,
    episodes: row.episodes,
    accepted: row.accepted,
  }))
}
