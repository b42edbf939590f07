import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { Sex } from '../model.ts'
import { type RecordedPerson, recordedPeople } from '../queries/recordedPeople.ts'
import { giveNhsNumbers } from './giveNhsNumbers.ts'
import { joinLateRecords } from './joinLateRecords.ts'
import { tellOfDeath } from './tellOfDeath.ts'

/** Somebody as a file tells of them. Empty NHS number or date of death say nothing: they take nothing away. */
export interface ToldPerson {
  readonly prison_number: string
  readonly nhs_number: string | null
  readonly family_name: string
  readonly given_name: string
  readonly date_of_birth: Temporal.PlainDate
  readonly sex: Sex
  readonly date_of_death: Temporal.PlainDate | null
}

/** What became of the rows, and the prison numbers that are somebody's from now on. */
export interface PeopleImported {
  readonly applied: number
  readonly duplicates: number
  readonly held: number
  readonly newNumbers: readonly string[]
}

/** What a file says of one number: its last row, and how many of its rows said something new. */
interface ToldOfNumber {
  readonly row: ToldPerson
  readonly news: number
}

interface Planned extends ToldOfNumber {
  readonly id: string
  readonly known: RecordedPerson | undefined
}

const isSame = (row: ToldPerson, known: RecordedPerson): boolean =>
  row.family_name === known.family_name &&
  row.given_name === known.given_name &&
  row.sex === known.sex &&
  known.date_of_birth?.equals(row.date_of_birth) === true &&
  (row.date_of_death === null || known.date_of_death?.equals(row.date_of_death) === true) &&
  (row.nhs_number === null ||
    row.nhs_number === known.nhs_number ||
    row.nhs_number === known.claimed_nhs_number)

/** Of several rows with one number the last counts, and what it leaves empty is as an earlier one has it. */
const toldByNumber = (rows: readonly ToldPerson[]): ReadonlyMap<string, ToldOfNumber> => {
  const told = new Map<string, ToldOfNumber>()
  for (const given of rows) {
    const before = told.get(given.prison_number)
    const row: ToldPerson = {
      ...given,
      nhs_number: given.nhs_number ?? before?.row.nhs_number ?? null,
      date_of_death: given.date_of_death ?? before?.row.date_of_death ?? null,
    }
    const isNews = before === undefined || JSON.stringify(row) !== JSON.stringify(before.row)
    told.set(given.prison_number, { row, news: (before?.news ?? 0) + Number(isNews) })
  }
  return told
}

const personRow = (tx: WriteTx, { id, row }: Planned) => ({
  id,
  family_name: row.family_name,
  given_name: row.given_name,
  date_of_birth: row.date_of_birth,
  sex: row.sex,
  date_of_death: row.date_of_death,
  recorded_at: tx.now,
})

const addPeople = async (tx: WriteTx, added: readonly Planned[]): Promise<void> => {
  if (added.length === 0) return
  const people = JSON.stringify(added.map((one) => personRow(tx, one)))
  await sql`insert into person (id, family_name, given_name, date_of_birth, sex, date_of_death, recorded_at)
    select id, family_name, given_name, date_of_birth, sex, date_of_death, recorded_at
    from json_populate_recordset(null::person, ${people}::json)`.execute(tx.db)
  const numbers = JSON.stringify(
    added.map(({ id, row }) => ({ id: tx.ids.next(), person_id: id, value: row.prison_number })),
  )
  await sql`insert into identifier (id, person_id, recorded_under, type, value, source, recorded_at)
    select id, person_id, person_id, 'prison_number', value, 'people file', ${tx.now.toString()}::timestamptz
    from json_populate_recordset(null::identifier, ${numbers}::json)
    on conflict (type, value) do update set recorded_under = excluded.recorded_under, source = excluded.source`.execute(
    tx.db,
  )
}

const changePeople = async (tx: WriteTx, changed: readonly Planned[]): Promise<void> => {
  if (changed.length === 0) return
  const people = JSON.stringify(changed.map((one) => personRow(tx, one)))
  await sql`update person p set family_name = t.family_name, given_name = t.given_name, date_of_birth = t.date_of_birth,
      sex = t.sex, date_of_death = coalesce(t.date_of_death, p.date_of_death), version = p.version + 1
    from json_populate_recordset(null::person, ${people}::json) t where p.id = t.id`.execute(tx.db)
  const ids = changed.map(({ id }) => id)
  await sql`with brought as (
      update person s set date_of_death = m.date_of_death from person m
      where m.id = any (${ids}::uuid[]) and m.merged_into = s.id and s.date_of_death is null and m.date_of_death is not null
      returning m.id)
    update person_merge set brought_death = true where merged_id in (select id from brought) and undone_at is null`.execute(
    tx.db,
  )
}

const died = ({ row, known }: Planned): boolean =>
  row.date_of_death !== null && known !== undefined && known.date_of_death === null

/**
 * Takes rows of `people.csv`: adds who is new, brings others up to date, by prison number. Every number of a
 * file has a record of its own, joined with another where a merge says so, so that neither the order of
 * files nor of merges matters. A row whose NHS number is somebody else's is taken without it, and held.
 * Runs as the intake.
 */
export const importPeople = async (
  tx: WriteTx,
  told: readonly ToldPerson[],
): Promise<Result<PeopleImported>> => {
  const byNumber = toldByNumber(told)
  const known = await recordedPeople(tx, [...byNumber.keys()])
  const planned = [...byNumber.values()].flatMap(({ row, news }): Planned[] => {
    const before = known.get(row.prison_number)
    const own = before?.isOwn === true ? before : undefined
    if (own !== undefined && isSame(row, own)) return []
    return [{ row, news, known: before, id: own?.own_id ?? tx.ids.next() }]
  })
  const locked = await tx.lock(...planned.flatMap(({ known: before }) => before?.holder_id ?? []))
  if (!locked.ok) return locked
  const added = planned.filter(({ known: before }) => before?.isOwn !== true)
  await addPeople(tx, added)
  await changePeople(
    tx,
    planned.filter(({ known: before }) => before?.isOwn === true),
  )
  await tx.lock(...added.map(({ id }) => id))
  const held = await giveNhsNumbers(
    tx,
    planned.map(({ id, row }) => ({ id, nhsNumber: row.nhs_number })),
  )
  await joinLateRecords(
    tx,
    added.flatMap(({ id, row, known: before }) =>
      before === undefined
        ? []
        : [
            {
              id,
              number: row.prison_number,
              holderId: before.holder_id,
              recordedUnder: before.own_id,
              alias: before.alias,
            },
          ],
    ),
  )
  await tellOfDeath(
    tx,
    planned.filter(died).flatMap(({ known: before }) => before?.holder_id ?? []),
  )
  const news = planned.reduce((sum, one) => sum + one.news, 0)
  return ok({
    applied: news - held,
    duplicates: told.length - news,
    held,
    newNumbers: added.map(({ row }) => row.prison_number),
  })
}
