import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'
import type { Derive } from '../../platform/database/transaction.ts'
import { derive, type ToldPerson } from '../derivation.ts'
import { type DerivationContext, standardsContext } from '../queries/standardsContext.ts'
import { storedRows } from '../stored-rows.ts'

type Handle = Pick<Kysely<DB>, 'getExecutor'>

const told = async (db: Handle, people: readonly string[]): Promise<readonly ToldPerson[]> => {
  const found = await sql<ToldPerson>`select * from engine_facts(${people}::uuid[])`.execute(db as Kysely<DB>)
  return found.rows
}

/**
 * Derives people again from their facts and stores what differs; answers with the ids of those it changed.
 * `trustDigest` skips the comparison for people whose derivation is to the letter what was stored before.
 */
export const deriveAndStore = async (
  db: Handle,
  context: DerivationContext,
  people: readonly string[],
  trustDigest: boolean,
): Promise<readonly string[]> => {
  const rows = (await told(db, people)).flatMap((person) => {
    const stored = storedRows(person.person_id, derive(person, context))
    return trustDigest && stored.digest === person.digest ? [] : [{ id: person.person_id, stored }]
  })
  if (rows.length === 0) return []
  const result = await sql<{
    changed: readonly string[]
  }>`select engine_store(${rows.map(({ id }) => id)}::uuid[],
    ${JSON.stringify(rows.map(({ stored }) => stored.place))}::json,
    ${JSON.stringify(rows.flatMap(({ stored }) => stored.ties))}::json,
    ${JSON.stringify(rows.flatMap(({ stored }) => stored.owed))}::json) as changed`.execute(db as Kysely<DB>)
  return result.rows[0]?.changed ?? []
}

/** How many are worked out at once: an import touches ten thousand, whose histories need not lie in memory together. */
const atOnce = 1_000

/** Where people are, who works with them and what is owed: derived again at the end of every writing transaction. */
export const deriveTouched: Derive = async ({ db }, people) => {
  const context = await standardsContext(db)
  for (let from = 0; from < people.length; from += atOnce)
    await deriveAndStore(db, context, people.slice(from, from + atOnce), true)
}
