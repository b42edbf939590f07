import type { Nation } from '../directory/index.ts'
import { type ReleaseDateEntry, standingDates } from './release-date-list.ts'
import { type ReleaseDateType, releaseDateTypes } from './release-date-types.ts'
import { type ReleaseDayStep, releaseDaySteps, releaseDayWarnings } from './release-day.ts'

export interface ReleaseDateContext {
  /** The current admission or recall; dates before it belong to an earlier stay. Null where it is not known. */
  readonly since: Temporal.PlainDate | null
  /** Whether the current stay began by recall: then only a post-recall date is a calculated release. */
  readonly recalled: boolean
  readonly nation: Nation
}

/** The day somebody is expected to leave, and all that a person needs to see how it came about. */
export interface WorkingReleaseDate {
  readonly type: ReleaseDateType
  /** The date as it was recorded. */
  readonly recorded: Temporal.PlainDate
  /** The day of leaving: `recorded`, moved by `steps`. */
  readonly day: Temporal.PlainDate
  readonly steps: readonly ReleaseDayStep[]
  /** Why this type and no other, in a sentence. */
  readonly why: string
  readonly warnings: readonly string[]
  readonly confirmed: boolean
}

interface Choice {
  readonly types: readonly ReleaseDateType[]
  readonly why: string
}

const calculated: Choice = {
  types: ['CRD', 'ARD', 'NPD', 'PRRD'],
  why: 'The latest of the calculated release dates (CRD, ARD, NPD, PRRD).',
}

const afterRecall: Choice = {
  types: ['PRRD'],
  why: 'After a recall only the post-recall release date (PRRD) counts among the calculated dates.',
}

/** The first of these with a date gives it; within one, the latest does. */
const choices = (recalled: boolean): readonly Choice[] => [
  { types: ['CONF'], why: 'A confirmed date comes before all others.' },
  { types: ['APD'], why: 'The approved parole date: no date is confirmed.' },
  { types: ['HDCAD'], why: 'The approved home detention curfew date: no date is confirmed.' },
  recalled ? afterRecall : calculated,
  { types: ['SED', 'SLED'], why: 'The end of the sentence: no earlier release date is known.' },
]

interface Dated {
  readonly type: ReleaseDateType
  readonly date: Temporal.PlainDate
}

const latestOf = (dates: readonly Dated[]): Dated | undefined =>
  dates.toSorted((one, other) => Temporal.PlainDate.compare(other.date, one.date))[0]

const describeChosen = (
  { type, date }: Dated,
  why: string,
  context: ReleaseDateContext,
): WorkingReleaseDate => {
  const steps = releaseDaySteps(type, date, context)
  const day = steps.at(-1)?.to ?? date
  const warnings = releaseDayWarnings(day, context.nation)
  return { type, recorded: date, day, steps, why, warnings, confirmed: type === 'CONF' }
}

/**
 * The working release date of somebody in custody, from everything ever recorded (`release-dates.csv` in
 * the files at the edge); null where nothing that counts is known, as for most people on remand.
 */
export const workingReleaseDate = (
  entries: readonly ReleaseDateEntry[],
  context: ReleaseDateContext,
): WorkingReleaseDate | null => {
  const { since, recalled } = context
  const standing = standingDates(entries)
  for (const { types, why } of choices(recalled)) {
    const dates = types.flatMap((type) => {
      const date = standing.get(type)
      const counts = date !== undefined && (since === null || Temporal.PlainDate.compare(date, since) >= 0)
      return counts ? [{ type, date }] : []
    })
    const chosen = latestOf(dates)
    if (chosen !== undefined) return describeChosen(chosen, why, context)
  }
  return null
}

/** "Check today": the day has passed, and nobody told us of a release. */
export const needsCheckToday = (
  { day }: Pick<WorkingReleaseDate, 'day'>,
  inCustody: boolean,
  today: Temporal.PlainDate,
): boolean => inCustody && Temporal.PlainDate.compare(day, today) < 0

/** The words of a type: "CRD, conditional release date". */
export const releaseDateWords = (type: ReleaseDateType): string => {
  const words = releaseDateTypes[type]
  return type === 'CONF' ? words : `${type}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
