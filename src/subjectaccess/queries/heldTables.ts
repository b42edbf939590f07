import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { HeldRow, HeldTable, Known } from '../model.ts'

/** Every table that holds anything about a person, by the catalogue. Runs as the intake. */
export const heldTables = async (tx: Pick<ReadTx, 'db'>): Promise<readonly HeldTable[]> =>
  (
    await sql<HeldTable>`
      select t.name, t.words, json_agg(json_build_object('name', c.name, 'type', c.type, 'words', c.words, 'personal', c.personal,
        'generated', c.generated, 'refers_to', c.refers_to) order by c.position) as columns
      from person_table t join person_column c on c.table_name = t.name group by t.name, t.words order by t.name <> 'person', t.name`.execute(
      tx.db,
    )
  ).rows

/** One table's rows about somebody. Runs as the intake. */
export const heldRows = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  table: string,
): Promise<readonly HeldRow[]> =>
  (
    await sql<{ row: HeldRow }>`select h as row from held_about(${personId}::uuid, ${table}) h`.execute(tx.db)
  ).rows.map(({ row }) => row)

/** Who looked at or changed a record on a day: as what, for which services, and how often; never a name. */
export interface Look {
  readonly day: Temporal.PlainDate
  readonly role: string | null
  readonly services: readonly string[]
  readonly action: string
  readonly outcome: string
  readonly times: number
}

export const looksAt = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly Look[]> =>
  (
    await sql<Look>`select l.* from looks_at(
      (select array_agg(p.id) from person p where p.id = ${personId} or p.merged_into = ${personId})) l`.execute(
      tx.db,
    )
  ).rows

export const serviceNames = async (tx: Pick<ReadTx, 'db'>): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await tx.db.selectFrom('service').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )

const wordsIn = (texts: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => (text ?? '').toLowerCase().split(/[\s,’'-]+/)).filter(Boolean))

/** What tells the person, and those who work here, from others. */
export const knownAbout = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Known> => {
  const own = await sql<{ words: string | null }>`
    select concat_ws(' ', given_name, family_name, known_as) as words from person where id = ${personId} or merged_into = ${personId}
    union all select value from identifier where person_id = ${personId}`.execute(tx.db)
  const ours = await sql<{ words: string | null }>`
    select full_name as words from staff union select name from service union select town from service
    union select name from establishment union select name from organisation`.execute(tx.db)
  return {
    own: wordsIn(own.rows.map(({ words }) => words)),
    ours: wordsIn(ours.rows.map(({ words }) => words)),
  }
}
