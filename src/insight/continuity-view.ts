import { dayNumber } from '../platform/day.ts'
import { countOutcome, emptyTally, type Figures, figuresOf, type Unmatched } from './continuity/index.ts'
import type { Period, Span } from './period.ts'
import { type TeamRecord, type TeamRelease, teamReleases } from './team-releases.ts'

/** Whose releases a reader's figure counts: those of these prisons, and those that belong to these services. */
export interface Scope {
  readonly prisons: ReadonlySet<string>
  readonly services: ReadonlySet<string>
}

/** The figures of one prison or service, and those of the period before. `key` is null where there is none. */
export interface GroupFigures {
  readonly key: string | null
  readonly figures: Figures
  readonly before: Figures
}

export interface ContinuityView {
  readonly period: Period
  /** How many human beings the releases are of. */
  readonly people: number
  readonly figures: Figures
  readonly before: Figures
  readonly prisons: readonly GroupFigures[]
  readonly services: readonly GroupFigures[]
  readonly unknown: Unmatched
}

/** The counted releases of a span of days that belong to a reader's team, with what was known on `asOf`. */
export const releasesIn = (
  records: readonly TeamRecord[],
  span: Span,
  asOf: Temporal.PlainDate,
  { prisons, services }: Scope,
): readonly TeamRelease[] => {
  const window = { from: dayNumber(span.from), to: dayNumber(span.to), asOf: dayNumber(asOf) }
  return records
    .flatMap((record) => teamReleases(record, window))
    .filter(
      ({ prison, serviceId }) =>
        (prison !== null && prisons.has(prison)) || (serviceId !== null && services.has(serviceId)),
    )
}

const figuresFor = (releases: readonly TeamRelease[]): Figures => {
  const tally = emptyTally()
  for (const release of releases) countOutcome(tally, release)
  return figuresOf(tally.all)
}

type KeyOf = (release: TeamRelease) => string | null

const grouped = (
  now: readonly TeamRelease[],
  before: readonly TeamRelease[],
  keyOf: KeyOf,
): readonly GroupFigures[] => {
  const [these, those] = [Map.groupBy(now, keyOf), Map.groupBy(before, keyOf)]
  return [...new Set([...these.keys(), ...those.keys()])]
    .map((key) => ({
      key,
      figures: figuresFor(these.get(key) ?? []),
      before: figuresFor(those.get(key) ?? []),
    }))
    .sort((one, other) => other.figures.releases - one.figures.releases || compare(one.key, other.key))
}

const compare = (one: string | null, other: string | null): number => ((one ?? '') < (other ?? '') ? -1 : 1)

/** Everything that the continuity page says, out of the records of the period and the one before it. */
export const continuityView = (
  records: readonly TeamRecord[],
  period: Period,
  scope: Scope,
  unknown: Unmatched,
): ContinuityView => {
  const now = releasesIn(records, period.span, period.asOf, scope)
  const before = releasesIn(records, period.before, period.asOf, scope)
  return {
    period,
    people: new Set(now.map(({ personId }) => personId)).size,
    figures: figuresFor(now),
    before: figuresFor(before),
    prisons: grouped(now, before, ({ prison }) => prison),
    services: grouped(now, before, ({ serviceId }) => serviceId),
    unknown,
  }
}
