import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { describeRow } from '../describe-row.ts'
import type { Item, Known, StoredField } from '../model.ts'
import { heldRows, heldTables, knownAbout, looksAt, serviceNames } from '../queries/heldTables.ts'
import { whyMarked } from '../rules.ts'
import { sectionWords } from '../section-words.ts'

const whoLooked = 'who_looked'

interface Stored {
  readonly items: Record<string, unknown>[]
  readonly passages: Record<string, unknown>[]
}

const storedOf = (tx: WriteTx, request: Begun, item: Item, known: Known): Stored => {
  const about = {
    request_id: request.id,
    person_id: request.person_id,
    recorded_under: request.person_id,
    class: item.class,
    recorded_at: tx.now.toString(),
  }
  const id = tx.ids.next()
  const passages: Record<string, unknown>[] = []
  const fields = item.fields.map(({ label, words, free }): StoredField => {
    const why = free ? whyMarked({ source: item.source, class: item.class, words }, known) : null
    if (why === null) return { label, words }
    const passage = tx.ids.next()
    passages.push({ ...about, id: passage, item_id: id, label, words, why })
    return { label, passage }
  })
  const { source, section, heading, day } = item
  return {
    items: [{ ...about, id, source, section, heading, day: day?.toString() ?? null, fields }],
    passages,
  }
}

const insertAll = async (
  tx: WriteTx,
  table: 'access_item' | 'access_passage',
  rows: readonly object[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    tx.db,
  )
}

const sentence = (words: string): string => words.replaceAll('_', ' ')

const looks = async (tx: WriteTx, request: Begun): Promise<readonly Item[]> => {
  const services = await serviceNames(tx)
  const found = await looksAt(tx, request.person_id)
  return found.map(({ day, role, services: ids, action, outcome, times }) => ({
    source: whoLooked,
    section: 'Who looked at or changed your record (names are told if you ask)',
    class: 'sharing',
    day,
    heading: sentence(action),
    fields: [
      { label: 'As', words: sentence(role ?? 'the service itself'), free: false },
      { label: 'For', words: ids.flatMap((id) => services.get(id) ?? []).join(', '), free: false },
      { label: 'Times that day', words: `${times}${outcome === 'done' ? '' : ` (${outcome})`}`, free: false },
    ].filter(({ words }) => words !== ''),
  }))
}

/** A request while it is gathered. */
export interface Begun {
  readonly id: string
  readonly person_id: string
  readonly tables: readonly string[]
}

/** Begins, or begins again: what was gathered before is thrown away. Null where the request does not wait for it. */
export const beginGathering = async (tx: WriteTx, requestId: string): Promise<Begun | null> => {
  const row = await tx.db
    .selectFrom('access_request')
    .select(['id', 'person_id'])
    .where('id', '=', requestId)
    .where('state', '=', 'gathering')
    .executeTakeFirst()
  if (row === undefined) return null
  const tables = [...(await heldTables(tx)).map(({ name }) => name), whoLooked]
  await tx.db.deleteFrom('access_passage').where('request_id', '=', requestId).execute()
  await tx.db.deleteFrom('access_item').where('request_id', '=', requestId).execute()
  await tx.db
    .updateTable('access_request')
    .set({ step: 0, steps: tables.length })
    .where('id', '=', requestId)
    .execute()
  return { ...row, tables }
}

const isStillWanted = async (tx: WriteTx, requestId: string): Promise<boolean> =>
  (
    await sql`select from access_request where id = ${requestId} and state = 'gathering' for update`.execute(
      tx.db,
    )
  ).rows.length > 0

/**
 * Copies one table's rows about the person, in words, marked where a human must look. Runs as the intake.
 * False, with nothing copied, where the request was taken back meanwhile.
 */
export const gatherTable = async (tx: WriteTx, request: Begun, name: string): Promise<boolean> => {
  if (!(await isStillWanted(tx, request.id))) return false
  const table = (await heldTables(tx)).find((each) => each.name === name)
  const known = await knownAbout(tx, request.person_id)
  const services = await serviceNames(tx)
  const items =
    table === undefined
      ? await looks(tx, request)
      : (await heldRows(tx, request.person_id, name)).map((row) => describeRow(table, row, services))
  const stored = items.map((item) => storedOf(tx, request, item, known))
  await insertAll(
    tx,
    'access_item',
    stored.flatMap((each) => each.items),
  )
  await insertAll(
    tx,
    'access_passage',
    stored.flatMap((each) => each.passages),
  )
  await sql`update access_request set step = step + 1, step_words = ${table === undefined ? 'Who has looked' : sectionWords(table)} where id = ${request.id}`.execute(
    tx.db,
  )
  return true
}

export const endGathering = async (tx: WriteTx, request: Begun): Promise<void> => {
  await tx.db
    .updateTable('access_request')
    .set({ state: 'in_review', gathered_at: tx.now, step_words: null })
    .where('id', '=', request.id)
    .where('state', '=', 'gathering')
    .execute()
}

/** Everything in this one transaction, where nobody waits for progress. Runs as the intake. */
export const gatherAtOnce = async (tx: WriteTx, requestId: string): Promise<void> => {
  const request = await beginGathering(tx, requestId)
  if (request === null) return
  for (const name of request.tables) await gatherTable(tx, request, name)
  await endGathering(tx, request)
}

/** Deletes the copies of requests that were answered more than `days` days ago, and of those taken back before anything left. */
export const clearAnswered = async (tx: WriteTx, days: number): Promise<void> => {
  const old = sql`select r.id from access_request r where r.cleared_at is null and r.state in ('released', 'withdrawn')
    and coalesce((select max(e.recorded_at) from access_release e where e.request_id = r.id), '-infinity') < ${tx.now.subtract({ hours: days * 24 })}::timestamptz`
  const found = await sql<{ id: string }>`${old}`.execute(tx.db)
  const ids = found.rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.db.deleteFrom('access_passage').where('request_id', 'in', ids).execute()
  await tx.db.deleteFrom('access_item').where('request_id', 'in', ids).execute()
  await tx.db.updateTable('access_request').set({ cleared_at: tx.now }).where('id', 'in', ids).execute()
}

/** How many days the copies are kept after the answer: a setting. */
export const keptDays = async (tx: WriteTx): Promise<number> => {
  const found = await sql<{
    value: number
  }>`select value from setting_period where name = 'access_copies_days'
    and from_day <= ${tx.today}::date and (to_day is null or to_day >= ${tx.today}::date) order by from_day desc limit 1`.execute(
    tx.db,
  )
  return found.rows[0]?.value ?? 90
}
