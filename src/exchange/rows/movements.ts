import { z } from 'zod'
import { interpretRelease, type Movement, type MovementType } from '../../custody/index.ts'
import { prisonCode } from '../../directory/index.ts'
import { parsePrisonNumber } from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { parseDay, parseMoment, startOfDay } from '../../platform/moments.ts'
import type { Result } from '../../platform/result.ts'
import { cell, emptyOr, oneOf, readCells, words } from './cells.ts'
import type { Cells, RowResult } from './model.ts'

const events = [
  'admission',
  'transfer_out',
  'transfer_in',
  'to_court',
  'from_court',
  'to_hospital',
  'from_hospital',
  'temporary_release',
  'temporary_return',
  'release',
  'death',
] as const satisfies readonly MovementType[]

interface At {
  readonly instant: Temporal.Instant
  readonly day: Temporal.PlainDate
  readonly timeKnown: boolean
}

const parseAt = (text: string): Result<At> => {
  const day = parseDay(text)
  if (day !== null) return { ok: true, value: { instant: startOfDay(day), day, timeKnown: false } }
  const instant = parseMoment(text)
  if (instant !== null) return { ok: true, value: { instant, day: dayOf(instant), timeKnown: true } }
  const message = 'Write a day that exists as YYYY-MM-DD, or with a time as YYYY-MM-DDTHH:MM'
  return { ok: false, refusal: { kind: 'invalid', message } }
}

const parseEstablishment = (text: string): Result<string> => {
  const code = prisonCode(text)
  if (code !== null) return { ok: true, value: code }
  const message = 'Write the three letters of the prison, or its name'
  return { ok: false, refusal: { kind: 'invalid', message } }
}

const schema = z.object({
  prison_number: cell(parsePrisonNumber),
  event: cell(oneOf(events)),
  establishment: emptyOr(parseEstablishment),
  at: cell(parseAt),
  reason: emptyOr(words(20)),
})

/** The header of `movements.csv`. */
export const movementColumns: readonly string[] = Object.keys(schema.shape)

/** One row of `movements.csv`: a movement as a prison without the feed writes it down. */
export const readMovementRow = (cells: Cells, today: Temporal.PlainDate): RowResult<Movement> => {
  const read = readCells(schema, cells)
  if (!read.ok) return read
  const { prison_number, event, establishment, at, reason } = read.row
  const reasonCode = reason?.toUpperCase() ?? null
  const meaning = event === 'release' ? interpretRelease(reasonCode) : { type: event, reasonKnown: true }
  const row: Movement = {
    source: 'spreadsheet',
    prisonNumber: prison_number,
    ...at,
    ...meaning,
    establishment,
    reason: event,
    reasonCode,
  }
  const isFuture = Temporal.PlainDate.compare(at.day, today) > 0
  return { ok: true, row, warnings: isFuture ? [{ field: 'at', reason: 'This day is in the future' }] : [] }
}
