import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { matchEpisodesOf } from './matchEpisodes.ts'

/** Two records that are one person: `survivorId` keeps all. */
export interface PeopleToMerge {
  readonly survivorId: string
  readonly mergedId: string
  /** The message of the feed that said so, or the member of staff who did. */
  readonly messageId?: string
  readonly by?: string
}

/** The record that stands for each of two: itself, or the one that it was joined with. */
const standingFor = async (tx: WriteTx, ids: readonly string[]): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .execute()
  const roots = new Map(rows.map((row) => [row.id, row.merged_into ?? row.id]))
  return ids.flatMap((id) => roots.get(id) ?? [])
}

const moveRecords = async (tx: WriteTx, root: string, joined: string): Promise<void> => {
  await sql`update identifier set person_id = ${root}, alias = alias or type = 'prison_number'
      or exists (select from identifier own where own.person_id = ${root} and own.type = identifier.type and not own.alias)
    where person_id = ${joined}`.execute(tx.db)
  await sql`select move_records(${joined}, ${root})`.execute(tx.db)
  await sql`update feed_message set person_id = ${root} where person_id = ${joined}`.execute(tx.db)
  await sql`update work_item set person_id = ${root} where person_id = ${joined}`.execute(tx.db)
  await sql`update episode set likely_person_id = ${root} where likely_person_id = ${joined}`.execute(tx.db)
}

/** What protects either record protects both. */
const joinProtection = async (tx: WriteTx, root: string, joined: string): Promise<void> => {
  await sql`insert into restriction (person_id, ring_number, reason, restricted_by, restricted_at)
    select ${root}, ring_number, reason, restricted_by, restricted_at from restriction where person_id = ${joined}
    on conflict do nothing`.execute(tx.db)
  await sql`insert into restricted_access (person_id, staff_id, granted_at)
    select ${root}, staff_id, granted_at from restricted_access where person_id = ${joined} on conflict do nothing`.execute(
    tx.db,
  )
  await sql`insert into lock_out (person_id, staff_id, reason, locked_at)
    select ${root}, staff_id, reason, locked_at from lock_out where person_id = ${joined} on conflict do nothing`.execute(
    tx.db,
  )
}

const joinPlaces = async (tx: WriteTx, root: string, joined: string): Promise<void> => {
  await sql`insert into location as held (person_id, establishment_code, wing, cell, recorded_at, seen_at, seen_direction, seen_reason, seen_establishment)
    select ${root}, establishment_code, wing, cell, recorded_at, seen_at, seen_direction, seen_reason, seen_establishment from location where person_id = ${joined}
    on conflict (person_id) do update set (seen_at, seen_direction, seen_reason, seen_establishment) =
      (excluded.seen_at, excluded.seen_direction, excluded.seen_reason, excluded.seen_establishment)
    where excluded.seen_at > held.seen_at or held.seen_at is null`.execute(tx.db)
  await sql`update location held set (establishment_code, wing, cell, recorded_at) = (other.establishment_code, other.wing, other.cell, other.recorded_at)
    from location other where held.person_id = ${root} and other.person_id = ${joined}
      and (other.recorded_at > held.recorded_at or held.recorded_at is null)`.execute(tx.db)
}

/** A death known of either is known of both; answers whether it came with the merge. */
const joinDeaths = async (tx: WriteTx, root: string, joined: string): Promise<boolean> => {
  const brought = await sql`update person p set date_of_death = q.date_of_death, version = p.version + 1
    from person q where q.id = ${joined} and p.id = ${root} and p.date_of_death is null and q.date_of_death is not null
    returning p.id`.execute(tx.db)
  return brought.rows.length > 0
}

const closeQuestions = async (tx: WriteTx, root: string): Promise<void> => {
  await tx.db
    .updateTable('work_item')
    .set({ closed_at: tx.now, decision: 'The two records were joined.' })
    .where('kind', '=', 'nhs_number_conflict')
    .where('person_id', '=', root)
    .where('closed_at', 'is', null)
    .execute()
}

/**
 * Joins two records of one person as a link that can be undone: the survivor keeps all, the other's numbers
 * become aliases, and every row keeps whom it was recorded for. Runs as the intake. Answers with the
 * record that stands for both; joining what is joined already changes nothing.
 */
export const mergePeople = async (tx: WriteTx, merge: PeopleToMerge): Promise<Result<string>> => {
  const [root, joined] = await standingFor(tx, [merge.survivorId, merge.mergedId])
  if (root === undefined || joined === undefined) return refused('not_found', 'There is no such person.')
  if (root === joined) return ok(root)
  const locked = await tx.lock(root, joined)
  if (!locked.ok) return locked
  await tx.db
    .updateTable('person')
    .set({ merged_into: root })
    .where((where) => where.or([where('id', '=', joined), where('merged_into', '=', joined)]))
    .execute()
  await moveRecords(tx, root, joined)
  await joinProtection(tx, root, joined)
  await joinPlaces(tx, root, joined)
  await tx.db
    .insertInto('person_merge')
    .values({
      id: tx.ids.next(),
      survivor_id: merge.survivorId,
      merged_id: joined,
      message_id: merge.messageId ?? null,
      merged_at: tx.now,
      merged_by: merge.by ?? null,
      brought_death: await joinDeaths(tx, root, joined),
    })
    .execute()
  await closeQuestions(tx, root)
  await matchEpisodesOf(tx, [root])
  await sql`select engine_forget(array[${joined}]::uuid[])`.execute(tx.db)
  return ok(root)
}
