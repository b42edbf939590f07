import { z } from 'zod'
import { parseNhsNumber, parsePrisonNumber, type Sex } from '../../people/index.ts'
import type { Result } from '../../platform/result.ts'
import type { EndReason, Setting } from '../../standards/model.ts'
import { aDay, cell, emptyOr, oneOf, readCells, words } from './cells.ts'
import { oddDates, sameEnd, tooEarlyEnd } from './episode-dates.ts'
import type { Cells, RowResult } from './model.ts'

const settings: readonly Setting[] = ['custody', 'community']
const sexes: readonly Sex[] = ['M', 'F', 'X']
const substances = ['opiate', 'non_opiate', 'non_opiate_and_alcohol', 'alcohol'] as const

const endReasons: readonly EndReason[] = [
  'completed_drug_free',
  'completed_alcohol_free',
  'completed_occasional_user',
  'transferred_not_in_custody',
  'transferred_in_custody',
  'dropped_out',
  'withdrawn_by_provider',
  'retained_in_custody',
  'declined',
  'died',
]

const anInitial = (text: string): Result<string> =>
  /^\p{L}\p{M}*\.?$/u.test(text)
    ? { ok: true, value: text.replace('.', '').toUpperCase() }
    : { ok: false, refusal: { kind: 'invalid', message: 'Write one letter' } }

const schema = z.object({
  service_code: cell(words(40)),
  setting: cell(oneOf(settings)),
  local_id: cell(words(100)),
  prison_number: emptyOr(parsePrisonNumber),
  nhs_number: emptyOr(parseNhsNumber),
  given_initial: emptyOr(anInitial),
  family_initial: emptyOr(anInitial),
  date_of_birth: emptyOr(aDay),
  sex: emptyOr(oneOf(sexes)),
  substances: cell(oneOf(substances)),
  referral_date: cell(aDay),
  triage_date: emptyOr(aDay),
  treatment_start: emptyOr(aDay),
  end_date: emptyOr(aDay),
  end_reason: emptyOr(oneOf(endReasons)),
})

export type EpisodeRow = z.output<typeof schema>

/** The header of `episodes.csv`. */
export const episodeColumns: readonly string[] = Object.keys(schema.shape)

/**
 * One row of `episodes.csv`. Dates out of their usual order and in the future are warned of and kept, since
 * real files have them; an end before the start or the referral, or without its reason, cannot be meant.
 */
export const readEpisodeRow = (cells: Cells, today: Temporal.PlainDate): RowResult<EpisodeRow> => {
  const read = readCells(schema, cells)
  if (!read.ok) return read
  const problem = sameEnd(read.row) ?? tooEarlyEnd(read.row)
  if (problem !== undefined) return { ok: false, problem }
  return { ok: true, row: read.row, warnings: oddDates(read.row, today) }
}
