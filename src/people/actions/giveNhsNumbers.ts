import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

/** An NHS number that a file gives to a record; null gives none. */
export interface GivenNhsNumber {
  readonly id: string
  readonly nhsNumber: string | null
}

interface Owner {
  readonly value: string
  readonly person_id: string
  readonly recorded_under: string
}

const owners = async (tx: WriteTx, numbers: readonly string[]): Promise<ReadonlyMap<string, Owner>> => {
  const rows = await tx.db
    .selectFrom('identifier')
    .select(['value', 'person_id', 'recorded_under'])
    .where('type', '=', 'nhs_number')
    .where(sql<boolean>`value = any (${numbers}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.value, row]))
}

const addNumbers = async (
  tx: WriteTx,
  given: readonly { id: string; nhsNumber: string }[],
): Promise<void> => {
  if (given.length === 0) return
  const rows = given.map(({ id, nhsNumber }) => ({ id: tx.ids.next(), recorded_under: id, value: nhsNumber }))
  await sql`update identifier set alias = true where type = 'nhs_number' and recorded_under = any (${given.map(({ id }) => id)}::uuid[])`.execute(
    tx.db,
  )
  await sql`insert into identifier (id, person_id, recorded_under, type, value, source, recorded_at)
    select t.id, coalesce(p.merged_into, p.id), p.id, 'nhs_number', t.value, 'people file', ${tx.now.toString()}::timestamptz
    from json_populate_recordset(null::identifier, ${JSON.stringify(rows)}::json) t join person p on p.id = t.recorded_under
    on conflict (type, value) do update set alias = false, recorded_at = excluded.recorded_at`.execute(tx.db)
}

const question =
  'A file gives this person an NHS number that another record has. Decide whether both are one person and join them, or have the number put right where the file comes from.'

/** Keeps the number as a claim; answers with the claims that are not within one person. */
const claim = async (tx: WriteTx, claims: readonly { id: string; nhsNumber: string }[]): Promise<number> => {
  if (claims.length === 0) return 0
  const rows = JSON.stringify(claims.map(({ id, nhsNumber }) => ({ id, claimed_nhs_number: nhsNumber })))
  await sql`update person p set claimed_nhs_number = t.claimed_nhs_number
    from json_populate_recordset(null::person, ${rows}::json) t where p.id = t.id`.execute(tx.db)
  const open = await sql<{ person_id: string; establishment_code: string | null }>`
    select coalesce(p.merged_into, p.id) as person_id, coalesce(mine.establishment_code, theirs.establishment_code) as establishment_code
    from person p join identifier i on i.type = 'nhs_number' and i.value = p.claimed_nhs_number
    left join whereabouts mine on mine.person_id = coalesce(p.merged_into, p.id)
    left join whereabouts theirs on theirs.person_id = i.person_id
    where p.id = any (${claims.map(({ id }) => id)}::uuid[]) and i.person_id <> coalesce(p.merged_into, p.id)`.execute(
    tx.db,
  )
  const items = open.rows.map((row) => ({
    ...row,
    id: tx.ids.next(),
    kind: 'nhs_number_conflict',
    words: question,
    opened_at: tx.now,
  }))
  await sql`insert into work_item select * from json_populate_recordset(null::work_item, ${JSON.stringify(items)}::json)`.execute(
    tx.db,
  )
  return items.length
}

/**
 * Gives records the NHS numbers that a file has for them, the earlier one staying as an alias. A number that
 * another record has is kept as a claim; answers with how many of those wait for a human or a merge.
 */
export const giveNhsNumbers = async (tx: WriteTx, given: readonly GivenNhsNumber[]): Promise<number> => {
  const numbered = given.flatMap(({ id, nhsNumber }) => (nhsNumber === null ? [] : [{ id, nhsNumber }]))
  const taken = await owners(
    tx,
    numbered.map(({ nhsNumber }) => nhsNumber),
  )
  const first = new Map(numbered.map(({ nhsNumber, id }) => [nhsNumber, id]))
  const ownerOf = (number: string) => taken.get(number)?.recorded_under ?? first.get(number)
  const [own, others] = [
    numbered.filter(({ id, nhsNumber }) => ownerOf(nhsNumber) === id),
    numbered.filter(({ id, nhsNumber }) => ownerOf(nhsNumber) !== id),
  ]
  await addNumbers(tx, own)
  return claim(tx, others)
}
