import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { matchEpisodesOf } from './matchEpisodes.ts'

export interface MergeToUndo {
  readonly mergeId: string
  /** The member of staff who undoes it; null where the service does. */
  readonly by: string | null
  readonly why: string
}

const currentMerge = async (tx: WriteTx, mergeId: string) =>
  tx.db
    .selectFrom('person_merge as merge')
    .innerJoin('person as merged', 'merged.id', 'merge.merged_id')
    .select(['merge.merged_id', 'merge.brought_death', 'merged.merged_into as root', 'merged.date_of_death'])
    .where('merge.id', '=', mergeId)
    .where('merge.undone_at', 'is', null)
    .executeTakeFirst()

/** The merged record and all that had been joined with it before. */
const groupOf = async (tx: WriteTx, mergedId: string): Promise<readonly string[]> => {
  const found = await sql<{ id: string }>`with recursive group_of (id) as (
      select ${mergedId}::uuid
      union
      select m.merged_id from person_merge m join group_of g on g.id = m.survivor_id where m.undone_at is null)
    select id from group_of`.execute(tx.db)
  return found.rows.map(({ id }) => id)
}

const separate = async (tx: WriteTx, root: string, own: string, group: readonly string[]): Promise<void> => {
  await sql`update person set merged_into = case when id <> ${own} then ${own}::uuid end where id = any (${group}::uuid[])`.execute(
    tx.db,
  )
  await sql`select move_records(${root}, ${own}, ${group}::uuid[])`.execute(tx.db)
  await sql`update identifier set alias = false where recorded_under = ${own} and source <> 'merge'`.execute(
    tx.db,
  )
  await sql`update feed_message m set person_id = ${own} from identifier i
    where m.person_id = ${root} and i.person_id = ${own} and i.type = 'prison_number' and i.value = m.prison_number`.execute(
    tx.db,
  )
  await sql`update work_item w set person_id = ${own} from feed_message m
    where w.person_id = ${root} and m.id = w.message_id and m.person_id = ${own}`.execute(tx.db)
}

/**
 * Takes two joined records apart again: what was recorded for the one that was merged away goes back to it,
 * with whatever had been joined with it before. What was recorded since the merge stays with the survivor.
 * Runs as the intake.
 */
export const undoMerge = async (
  tx: WriteTx,
  { mergeId, by, why }: MergeToUndo,
): Promise<Result<{ readonly survivorId: string; readonly separatedId: string }>> => {
  const merge = await currentMerge(tx, mergeId)
  if (merge === undefined || merge.root === null)
    return refused('not_found', 'These records are not joined, or have been taken apart already.')
  const { merged_id: own, root } = merge
  await tx.db
    .updateTable('person_merge')
    .set({ undone_at: tx.now, undone_by: by, undone_why: why })
    .where('id', '=', mergeId)
    .execute()
  await separate(tx, root, own, await groupOf(tx, own))
  if (merge.brought_death)
    await tx.db.updateTable('person').set({ date_of_death: null }).where('id', '=', root).execute()
  await matchEpisodesOf(tx, [root, own])
  const locked = await tx.lock(root, own)
  return locked.ok ? ok({ survivorId: root, separatedId: own }) : locked
}
