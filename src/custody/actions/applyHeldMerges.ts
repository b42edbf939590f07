import { sql } from 'kysely'
import { type Holder, holdersOf, mergePeople } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'

interface HeldMerge {
  readonly id: string
  readonly survivor: string
  readonly removed: string
}

const heldMerges = async (tx: WriteTx, numbers: readonly string[]): Promise<readonly HeldMerge[]> => {
  const found =
    await sql<HeldMerge>`select id, prison_number as survivor, other_number as removed from feed_message
    where state = 'held' and event_type = 'merged' and id in (
      select id from feed_message where state = 'held' and prison_number = any (${numbers}::text[])
      union select id from feed_message where state = 'held' and other_number = any (${numbers}::text[]))
    order by occurred_at, fingerprint`.execute(tx.db)
  return found.rows
}

/** A number known from a merge alone: it finds the person, and has no record of its own. */
const addNumber = async (tx: WriteTx, value: string, { personId }: Holder, alias: boolean): Promise<void> => {
  await tx.db
    .insertInto('identifier')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      type: 'prison_number',
      value,
      alias,
      source: 'merge',
      recorded_at: tx.now,
    })
    .execute()
}

const retire = (tx: WriteTx, number: string) =>
  tx.db
    .updateTable('identifier')
    .set({ alias: true })
    .where('type', '=', 'prison_number')
    .where('value', '=', number)
    .execute()

const join = async (
  tx: WriteTx,
  { id, survivor, removed }: HeldMerge,
  kept: Holder | undefined,
  joined: Holder | undefined,
): Promise<string | undefined> => {
  if (kept !== undefined && joined !== undefined) {
    const merged = await mergePeople(tx, {
      survivorId: kept.recordedUnder,
      mergedId: joined.recordedUnder,
      messageId: id,
    })
    if (!merged.ok) throw new Error(merged.refusal.message)
    return merged.value
  }
  const known = kept ?? joined
  if (known === undefined) return undefined
  await tx.lock(known.personId)
  await addNumber(tx, kept === undefined ? survivor : removed, known, kept !== undefined)
  return known.personId
}

/** Applies one merge if either number is somebody's; answers with the number that is theirs from now on, if one is new. */
const apply = async (tx: WriteTx, merge: HeldMerge): Promise<readonly string[]> => {
  const { survivor, removed } = merge
  const holders = await holdersOf(tx.db, [survivor, removed])
  const [kept, joined] = [holders.get(survivor), holders.get(removed)]
  const personId = await join(tx, merge, kept, joined)
  if (personId === undefined) return []
  await retire(tx, removed)
  await tx.db
    .updateTable('feed_message')
    .set({ state: 'applied', held_because: null, told: null, effect: 'merge', person_id: personId })
    .where('id', '=', merge.id)
    .execute()
  return [survivor, removed].filter((number) => !holders.has(number))
}

/**
 * Applies the merges that wait for any of these numbers, and those that wait for the numbers which become
 * known by that. Answers with the numbers that are somebody's from now on.
 */
export const applyHeldMerges = async (
  tx: WriteTx,
  numbers: readonly string[],
): Promise<readonly string[]> => {
  const known: string[] = []
  let news = numbers
  while (news.length > 0) {
    const found: string[] = []
    for (const merge of await heldMerges(tx, news)) found.push(...(await apply(tx, merge)))
    known.push(...found)
    news = found
  }
  return known
}
