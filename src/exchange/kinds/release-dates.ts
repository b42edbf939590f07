import { type ToldReleaseDate, takeReleaseDates } from '../../custody/index.ts'
import type { FileKind } from '../model.ts'
import { readReleaseDateRow, releaseDateColumns } from '../rows/release-dates.ts'
import { asRead, fromRow } from './from-row.ts'

/** `release-dates.csv`: what was said about when people leave. */
export const releaseDatesFile = (now: Temporal.Instant): FileKind<ToldReleaseDate> => ({
  action: 'import_release_dates',
  columns: releaseDateColumns,
  chunk: 10_000,
  ignores: false,
  readLine: (_, cells) => fromRow(readReleaseDateRow(cells, now), asRead),
  take: takeReleaseDates,
})
