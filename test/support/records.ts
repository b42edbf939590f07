import { sql } from 'kysely'
import type { House } from '../../src/compose.ts'
import { ok } from '../../src/platform/result.ts'

/** Rows as the intake reads them. */
export const rowsOf = async <Row>({ database }: House, query: ReturnType<typeof sql<Row>>) => {
  const read = await database.intake(async (tx) => ok((await query.execute(tx.db)).rows))
  if (!read.ok) throw new Error(read.refusal.message)
  return read.value
}

/** What is derived of the person with a prison number, or null where nobody has it. */
export const placeOf = async (house: House, number: string) => {
  const [row] = await rowsOf(
    house,
    sql<{
      person_id: string
      status: string
      establishment_code: string | null
      released_on: Temporal.PlainDate | null
      working_release_date: Temporal.PlainDate | null
      movements: number
    }>`select w.person_id, w.status, w.establishment_code, w.released_on, w.working_release_date,
        (select count(*) from movement m where m.person_id = w.person_id) as movements
      from identifier i join whereabouts w on w.person_id = i.person_id
      where i.type = 'prison_number' and i.value = ${number}`,
  )
  return row ?? null
}

/** Kinds of the questions that are open about a number. */
export const questionsAbout = async (house: House, number: string): Promise<readonly string[]> =>
  (
    await rowsOf(
      house,
      sql<{ kind: string }>`select w.kind from work_item w join identifier i on i.person_id = w.person_id
        where i.value = ${number} and w.closed_at is null order by 1`,
    )
  ).map(({ kind }) => kind)
