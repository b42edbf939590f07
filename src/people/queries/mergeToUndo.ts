import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Two records found to be one person, and the numbers of the one that was joined. */
export interface StandingMerge {
  readonly mergeId: string
  readonly mergedAt: Temporal.Instant
  readonly numbers: readonly string[]
}

interface Row {
  readonly merged_at: Temporal.Instant
  readonly numbers: readonly string[]
}

/** A merge of this person that stands. Refuses `not_found` for any other, and for one that is being undone. */
export const standingMerge = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  mergeId: string,
): Promise<Result<StandingMerge>> => {
  const found = await sql<Row>`
    select g.merged_at, coalesce((select json_agg(i.value order by i.value) from identifier i
      where i.person_id = g.survivor_id and i.recorded_under = g.merged_id), '[]') as numbers
    from person_merge g where g.id = ${mergeId} and g.survivor_id = ${personId} and g.undone_at is null and g.undone_why is null`.execute(
    tx.db,
  )
  const [row] = found.rows
  return row === undefined
    ? refused('not_found', 'These records are not joined.')
    : ok({ mergeId, mergedAt: row.merged_at, numbers: row.numbers })
}

/** Who asked for a merge to be undone, and why; null where nobody did or it is done. */
export const askedToUndo = async (
  tx: Pick<ReadTx, 'db'>,
  mergeId: string,
): Promise<{ readonly by: string; readonly why: string } | null> => {
  const found = await sql<{ by: string; why: string }>`
    select undone_by as by, undone_why as why from person_merge
    where id = ${mergeId} and undone_at is null and undone_by is not null and undone_why is not null`.execute(
    tx.db,
  )
  return found.rows[0] ?? null
}
