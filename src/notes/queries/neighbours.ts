import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { candidatesIn, type Mention, mentionsIn, type Neighbour } from '../mentions.ts'

interface Row {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly prison_number: string | null
}

const neighbour = ({ id, given_name, family_name, prison_number }: Row): Neighbour => ({
  id,
  givenName: given_name,
  familyName: family_name,
  prisonNumber: prison_number,
})

/**
 * Other people who may be named in words about somebody: those at their prison, or with their prison number
 * written out, as far as the reader may know of them.
 */
export const mentionsOfOthers = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  words: string,
): Promise<readonly Mention[]> => {
  const { names, numbers } = candidatesIn(words)
  if (names.length + numbers.length === 0) return []
  const found = await sql<Row>`
    with here as (select establishment_code from whereabouts where person_id = ${personId}),
    named as (
      select w.person_id as id from whereabouts w join person p on p.id = w.person_id
        where w.establishment_code = (select establishment_code from here) and lower(p.family_name) = any (${names}::text[])
      union select i.person_id from identifier i where i.value = any (${numbers}::text[]))
    select p.id, p.given_name, p.family_name, (select i.value from identifier i
      where i.person_id = p.id and i.type = 'prison_number' and not i.alias limit 1) as prison_number
    from named n join person p on p.id = n.id where p.id <> ${personId} and p.merged_into is null
    order by p.family_name, p.id limit 50`.execute(tx.db)
  return mentionsIn(words, found.rows.map(neighbour))
}
