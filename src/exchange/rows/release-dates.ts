import { z } from 'zod'
import { type ReleaseDateType, releaseDateTypes } from '../../custody/index.ts'
import { parsePrisonNumber } from '../../people/index.ts'
import { parseDay, parseMoment, startOfDay } from '../../platform/moments.ts'
import type { Result } from '../../platform/result.ts'
import { aDay, cell, emptyOr, oneOf, readCells, words } from './cells.ts'
import type { Cells, RowProblem, RowResult } from './model.ts'

const types = Object.keys(releaseDateTypes) as readonly ReleaseDateType[]

const parseRecordedAt = (text: string): Result<Temporal.Instant> => {
  const day = parseDay(text)
  const instant = day === null ? parseMoment(text) : startOfDay(day)
  if (instant !== null) return { ok: true, value: instant }
  const message = 'Write when it was recorded as YYYY-MM-DDTHH:MM, or the day alone'
  return { ok: false, refusal: { kind: 'invalid', message } }
}

const schema = z.object({
  prison_number: cell(parsePrisonNumber),
  type: cell(oneOf(types)),
  date: emptyOr(aDay),
  recorded_at: cell(parseRecordedAt),
  source: emptyOr(words(200)),
})

export type ReleaseDateRow = z.output<typeof schema>

/** The header of `release-dates.csv`. */
export const releaseDateColumns: readonly string[] = Object.keys(schema.shape)

/** One row of `release-dates.csv`; an empty date withdraws its type. */
export const readReleaseDateRow = (cells: Cells, now: Temporal.Instant): RowResult<ReleaseDateRow> => {
  const read = readCells(schema, cells)
  if (!read.ok) return read
  const isFuture = Temporal.Instant.compare(read.row.recorded_at, now) > 0
  const warnings: RowProblem[] = isFuture ? [{ field: 'recorded_at', reason: 'This is in the future' }] : []
  return { ok: true, row: read.row, warnings }
}
