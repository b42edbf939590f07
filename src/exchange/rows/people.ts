import { z } from 'zod'
import { parseNhsNumber, parsePrisonNumber, type Sex } from '../../people/index.ts'
import { aDay, cell, emptyOr, oneOf, readCells, words } from './cells.ts'
import type { Cells, RowProblem, RowResult } from './model.ts'

const sexes: readonly Sex[] = ['M', 'F', 'X']

const schema = z.object({
  prison_number: cell(parsePrisonNumber),
  nhs_number: emptyOr(parseNhsNumber),
  family_name: cell(words(200)),
  given_name: cell(words(200)),
  date_of_birth: cell(aDay),
  sex: cell(oneOf(sexes)),
  date_of_death: emptyOr(aDay),
})

export type PeopleRow = z.output<typeof schema>

/** The header of `people.csv`. */
export const peopleColumns: readonly string[] = Object.keys(schema.shape)

const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) > 0

/** Nobody is born, or known to have died, after today, or dies before birth. */
const impossible = (row: PeopleRow, today: Temporal.PlainDate): RowProblem | undefined => {
  const { date_of_birth: birth, date_of_death: death } = row
  if (isAfter(birth, today)) return { field: 'date_of_birth', reason: 'This day is in the future' }
  if (death === null) return undefined
  if (isAfter(death, today)) return { field: 'date_of_death', reason: 'This day is in the future' }
  return isAfter(birth, death)
    ? { field: 'date_of_death', reason: 'This is before the date of birth' }
    : undefined
}

/** One row of `people.csv`. */
export const readPeopleRow = (cells: Cells, today: Temporal.PlainDate): RowResult<PeopleRow> => {
  const read = readCells(schema, cells)
  if (!read.ok) return read
  const problem = impossible(read.row, today)
  return problem === undefined ? { ok: true, row: read.row, warnings: [] } : { ok: false, problem }
}
