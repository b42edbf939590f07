import { personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Names by person, of those whose record the reader may open. */
export const peopleNames = async (
  tx: ReadTx,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'known_as'])
    .where('id', 'in', [...people])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      personName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as }),
    ]),
  )
}
