import { z } from 'zod'
import type { LegalStatus } from '../../custody/index.ts'
import { parsePrisonNumber } from '../../people/index.ts'
import { parseDay, parseMoment, startOfDay } from '../../platform/moments.ts'
import type { Result } from '../../platform/result.ts'
import { cell, emptyOr, readCells, words } from './cells.ts'
import type { Cells, RowResult } from './model.ts'

/** Our words, and those of the prison's own system → what it means. */
const statuses: ReadonlyMap<string, LegalStatus | null> = new Map<string, LegalStatus | null>([
  ['remand', 'remand'],
  ['convicted_unsentenced', 'convicted_unsentenced'],
  ['sentenced', 'sentenced'],
  ['recall', 'recall'],
  ['indeterminate', 'indeterminate'],
  ['indeterminate_sentence', 'indeterminate'],
  ['civil', 'civil'],
  ['civil_prisoner', 'civil'],
  ['immigration', 'immigration'],
  ['immigration_detainee', 'immigration'],
  ['other', 'other'],
  ['unknown', null],
])

const parseStatus = (text: string): Result<LegalStatus | null> => {
  const found = statuses.get(text.toLowerCase().replace(/[ -]+/g, '_'))
  if (found !== undefined) return { ok: true, value: found }
  const message = /^dead$/i.test(text)
    ? 'A death is told by the feed, by people.csv or by hand'
    : `This must be one of: ${[...statuses.keys()].join(', ')}`
  return { ok: false, refusal: { kind: 'invalid', message } }
}

const parseEstablishment = (text: string): Result<string> =>
  /^[A-Z0-9]{2,4}$/i.test(text)
    ? { ok: true, value: text.toUpperCase() }
    : { ok: false, refusal: { kind: 'invalid', message: 'Write the prison as its code, such as LEI' } }

const parseAsOf = (text: string): Result<Temporal.Instant> => {
  const day = parseDay(text)
  const instant = day === null ? parseMoment(text) : startOfDay(day)
  if (instant !== null) return { ok: true, value: instant }
  return {
    ok: false,
    refusal: { kind: 'invalid', message: 'Write as of when as YYYY-MM-DDTHH:MM, or the day alone' },
  }
}

const schema = z.object({
  establishment: cell(parseEstablishment),
  as_of: cell(parseAsOf),
  prison_number: cell(parsePrisonNumber),
  wing: emptyOr(words(40)),
  cell: emptyOr(words(40)),
  legal_status: emptyOr(parseStatus),
})

export type RollRow = z.output<typeof schema>

/** The header of `roll.csv`. */
export const rollColumns: readonly string[] = Object.keys(schema.shape)

/** One row of `roll.csv`. A roll of a time to come would stand in the way of every true one: it is rejected. */
export const readRollRow = (cells: Cells, now: Temporal.Instant): RowResult<RollRow> => {
  const read = readCells(schema, cells)
  if (!read.ok) return read
  if (Temporal.Instant.compare(read.row.as_of, now) > 0)
    return { ok: false, problem: { field: 'as_of', reason: 'This is in the future' } }
  if (read.row.wing === null && read.row.cell !== null)
    return { ok: false, problem: { field: 'wing', reason: 'There is a cell here, and no wing' } }
  return { ok: true, row: read.row, warnings: [] }
}
