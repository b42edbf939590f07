import type { Movement, MovementType } from './model.ts'

/** The usual order within a day whose times nobody wrote down: in, out and back again, then away for good. */
const usualOrder: readonly MovementType[] = [
  'admission',
  'readmission',
  'unknown',
  'to_court',
  'from_court',
  'temporary_release',
  'temporary_return',
  'to_hospital',
  'from_hospital',
  'transfer_out',
  'transfer_in',
  'release',
  'removal',
  'death',
]

const rank: ReadonlyMap<MovementType, number> = new Map(usualOrder.map((type, position) => [type, position]))

type Ordered = Pick<Movement, 'instant' | 'type'>

/** Movements by their moment; those of one moment in the usual order of a day. */
const compareMovements = (one: Ordered, other: Ordered): number =>
  Temporal.Instant.compare(one.instant, other.instant) ||
  (rank.get(one.type) ?? 0) - (rank.get(other.type) ?? 0)

const endings: ReadonlySet<MovementType> = new Set<MovementType>(['release', 'removal', 'death'])

/**
 * What makes a line of the feed the same movement told again: type, instant and reason, within one person
 * (a release stays the same release when its code is corrected).
 * The caller adds whose it is, since a merged person's movements come under several numbers.
 */
export const feedKey = ({ type, instant, reason }: Pick<Movement, 'type' | 'instant' | 'reason'>): string =>
  `${endings.has(type) ? 'release' : type}|${instant.epochMilliseconds}|${reason}`

/** The feed calls a return from hospital a temporary return; what a release turned out to be is still a release. */
const kinds: Readonly<Partial<Record<MovementType, MovementType>>> = {
  from_hospital: 'temporary_return',
  removal: 'release',
  readmission: 'admission',
}

/**
 * What makes a row of a spreadsheet, or a record by hand, the same movement as any other source's: day, kind
 * and establishment, within one person. Of one source, see `tellsAgain`.
 */
export const dayKey = ({
  day,
  type,
  establishment,
}: Pick<Movement, 'day' | 'type' | 'establishment'>): string =>
  `${day.toString()}|${kinds[type] ?? type}|${establishment ?? ''}`

const bySource = { feed: 0, spreadsheet: 1, hand: 2 } as const

/** The better told first: the feed before others, a known time before a day alone, then what is earliest. */
const compareTelling = (one: Movement, other: Movement): number =>
  bySource[one.source] - bySource[other.source] ||
  Number(other.timeKnown) - Number(one.timeKnown) ||
  compareMovements(one, other) ||
  compareText(`${one.establishment} ${one.reasonCode}`, `${other.establishment} ${other.reasonCode}`)

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/**
 * One source that gives two times of a day tells of two movements: to court twice, released and back within the day.
 * Two sources hardly agree to the minute, and a day alone may be any of its moments.
 */
const tellsAgain = (movement: Movement, told: Movement): boolean =>
  movement.source !== told.source ||
  !movement.timeKnown ||
  !told.timeKnown ||
  movement.instant.equals(told.instant)

/**
 * One person's movements, each once, in order, however often, in whatever order and by whichever source they
 * were told. Where two tellings disagree on a detail, the same one is kept whatever the order.
 */
export const distinctMovements = <One extends Movement>(told: readonly One[]): readonly One[] => {
  const tellings = new Set<string>()
  const days = new Map<string, One[]>()
  const kept = told.toSorted(compareTelling).filter((movement) => {
    const day = dayKey(movement)
    const sameDay = days.get(day) ?? []
    const isRepeat =
      movement.source === 'feed'
        ? tellings.has(feedKey(movement))
        : sameDay.some((one) => tellsAgain(movement, one))
    tellings.add(feedKey(movement))
    days.set(day, [...sameDay, movement])
    return !isRepeat
  })
  return kept.sort(compareMovements)
}
