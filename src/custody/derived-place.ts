import type { Nation } from '../directory/index.ts'
import { type DateTold, datesTold } from './dates-told.ts'
import type { CustodyHistory, Movement, Place, Sighting, Spell } from './model.ts'
import { distinctMovements } from './movement-order.ts'
import type { ReleaseDateEntry } from './release-date-list.ts'
import { type WorkingReleaseDate, workingReleaseDate } from './release-dates.ts'
import { isInCustody, leftUnexpectedly } from './rules.ts'
import { placeAsSeen } from './sightings.ts'
import { custodyHistory } from './whereabouts.ts'

/** A movement with the identifier of its row. */
export type RecordedMovement = Movement & { readonly id: string }

export interface CustodyFacts {
  readonly movements: readonly RecordedMovement[]
  readonly dates: readonly (ReleaseDateEntry & { readonly id: string })[]
  readonly diedOn: Temporal.PlainDate | null
  /** What the search feed said last, where it said anything. */
  readonly seen:
    | (Pick<Sighting, 'direction' | 'reason' | 'establishment' | 'instant'> & {
        readonly day: Temporal.PlainDate
      })
    | null
  readonly nationOf: (establishment: string | null) => Nation
}

/** How somebody came to be where they are. */
interface LastArrival {
  readonly movement: RecordedMovement
  readonly by: 'admission' | 'transfer_in'
  readonly from: string | null
}

/** Where somebody is today, derived: who is on whose list follows from it. */
export interface DerivedPlace {
  readonly distinct: readonly RecordedMovement[]
  readonly history: CustodyHistory
  readonly place: Place
  readonly spell: Spell | null
  readonly arrival: LastArrival | null
  /** The release that ended the last spell, where one did. */
  readonly release: { readonly movement: RecordedMovement; readonly unplanned: boolean } | null
  /** Identifiers of releases nobody could plan by their date. */
  readonly unplanned: ReadonlySet<string>
  readonly leaving: WorkingReleaseDate | null
  /** The day of leaving as it was known, day by day. */
  readonly told: readonly DateTold[]
}

const lastSeen = (facts: CustodyFacts, place: Place, last: RecordedMovement | undefined): Place => {
  const { seen } = facts
  if (seen === null || (last !== undefined && Temporal.Instant.compare(seen.instant, last.instant) <= 0))
    return place
  return placeAsSeen(place, seen, seen.day)
}

const lastArrival = (distinct: readonly RecordedMovement[]): LastArrival | null => {
  const position = distinct.findLastIndex(({ type }) => type === 'admission' || type === 'transfer_in')
  const movement = distinct[position]
  if (movement === undefined) return null
  if (movement.type === 'admission') return { movement, by: 'admission', from: null }
  const left = distinct.slice(0, position).findLast(({ establishment }) => establishment !== null)
  return { movement, by: 'transfer_in', from: left?.establishment ?? null }
}

const endingOf = (distinct: readonly RecordedMovement[], spell: Spell): RecordedMovement | undefined =>
  spell.end?.how === 'release'
    ? distinct.find(({ type, day }) => type === 'release' && spell.end !== null && day.equals(spell.end.day))
    : undefined

const unplannedReleases = (
  distinct: readonly RecordedMovement[],
  spells: readonly Spell[],
): ReadonlySet<string> =>
  new Set(
    spells.flatMap((spell) => {
      const ending = endingOf(distinct, spell)
      return ending !== undefined && spell.end !== null && leftUnexpectedly(spell.end) ? [ending.id] : []
    }),
  )

const workingDate = (facts: CustodyFacts, place: Place, spell: Spell | null): WorkingReleaseDate | null =>
  facts.dates.length === 0 || !isInCustody(place)
    ? null
    : workingReleaseDate(facts.dates, {
        since: spell?.start?.day ?? null,
        recalled: spell?.start?.recall ?? false,
        nation: facts.nationOf('establishment' in place ? place.establishment : null),
      })

/** Reads one person's movements and release dates, in any order, into where they are and when they leave. */
export const derivePlace = (facts: CustodyFacts): DerivedPlace => {
  const distinct = distinctMovements(facts.movements)
  const history = custodyHistory(distinct, facts.diedOn)
  const spell = history.spells.at(-1) ?? null
  const place = lastSeen(facts, history.place, distinct.at(-1))
  const unplanned = unplannedReleases(distinct, history.spells)
  const ending = spell === null ? undefined : endingOf(distinct, spell)
  return {
    distinct,
    history,
    place,
    spell,
    arrival: lastArrival(distinct),
    release: ending === undefined ? null : { movement: ending, unplanned: unplanned.has(ending.id) },
    unplanned,
    leaving: workingDate(facts, place, spell),
    told: datesTold(facts.dates, history.spells, facts.nationOf),
  }
}
