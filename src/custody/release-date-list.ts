import type { ReleaseDateType } from './release-date-types.ts'

/** One release date as somebody recorded it; a null date withdraws its type. */
export interface ReleaseDateEntry {
  readonly type: ReleaseDateType
  readonly date: Temporal.PlainDate | null
  readonly recordedAt: Temporal.Instant
  readonly source: string | null
}

const compareDates = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number => {
  if (one === null || other === null) return Number(other === null) - Number(one === null)
  return Temporal.PlainDate.compare(one, other)
}

/** Oldest first; of two recorded at the same moment the later date stands, so that the order of a file never matters. */
const compareEntries = (one: ReleaseDateEntry, other: ReleaseDateEntry): number =>
  Temporal.Instant.compare(one.recordedAt, other.recordedAt) || compareDates(one.date, other.date)

/** Every entry, newest first, with whether it is the one of its type that stands. */
export const releaseDateHistory = <Entry extends ReleaseDateEntry>(
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly stands: boolean }[] => {
  const seen = new Set<ReleaseDateType>()
  return entries
    .toSorted((one, other) => compareEntries(other, one))
    .map((entry) => {
      const stands = !seen.has(entry.type)
      seen.add(entry.type)
      return { entry, stands }
    })
}

/** Of each type the date recorded last, where it was not withdrawn. */
export const standingDates = (
  entries: readonly ReleaseDateEntry[],
): ReadonlyMap<ReleaseDateType, Temporal.PlainDate> => {
  const standing = new Map<ReleaseDateType, Temporal.PlainDate>()
  for (const { entry, stands } of releaseDateHistory(entries))
    if (stands && entry.date !== null) standing.set(entry.type, entry.date)
  return standing
}
