import { sql } from 'kysely'
import { personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

interface Row {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
}

/** The names of those of these people whom the reader may see, by id. */
export const namesOf = async (
  tx: ReadTx,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const found = await sql<Row>`select id, given_name, family_name, known_as from person
    where id = any (${[...new Set(people)]}::uuid[]) and merged_into is null`.execute(tx.db)
  return new Map(
    found.rows.map((row) => [
      row.id,
      personName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as }),
    ]),
  )
}
