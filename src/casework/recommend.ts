import { type Carrying, isPastLimit, placesLeft } from './capacity.ts'

/** Somebody who could be given a person. */
export interface Candidate extends Carrying {
  readonly staff_id: string
  readonly full_name: string
  readonly covering: number
  /** False for coordinators and team leaders: they are asked last. */
  readonly isWorker: boolean
  readonly away: boolean
}

/** A worker of before, in this service, and when that ended. */
export interface EarlierWorker {
  readonly staff_id: string
  readonly until: Temporal.PlainDate
}

export interface Recommended {
  readonly staffId: string
  readonly name: string
  readonly because: 'worked_with_them' | 'most_room'
  /** When an earlier worker's time ended. */
  readonly until: Temporal.PlainDate | null
}

const couldTake = (candidate: Candidate, adding: number, not: readonly string[]): boolean =>
  !candidate.away && !not.includes(candidate.staff_id) && !isPastLimit(candidate, adding)

/** The most room first: by places left where limits are set, then who carries least, then by name. */
const byRoom = (one: Candidate, other: Candidate): number => {
  const [left, right] = [placesLeft(one), placesLeft(other)]
  if (left !== null && right !== null && left - one.covering !== right - other.covering)
    return right - other.covering - (left - one.covering)
  const carried = one.places + one.covering - other.places - other.covering
  return carried !== 0 ? carried : one.full_name < other.full_name ? -1 : 1
}

/**
 * Who should work with somebody: a worker of before who is here and has room (the latest first), else the worker with
 * the most room; coordinators and leaders only where no worker can. Null where nobody has room. A human confirms it.
 */
export const recommend = (
  candidates: readonly Candidate[],
  earlier: readonly EarlierWorker[],
  adding: number,
  not: readonly string[] = [],
): Recommended | null => {
  const able = candidates.filter((candidate) => couldTake(candidate, adding, not))
  const before = [...earlier].sort((one, other) => Temporal.PlainDate.compare(other.until, one.until))
  for (const { staff_id, until } of before) {
    const known = able.find((candidate) => candidate.staff_id === staff_id)
    if (known !== undefined)
      return { staffId: staff_id, name: known.full_name, because: 'worked_with_them', until }
  }
  const workers = able.filter(({ isWorker }) => isWorker)
  const [first] = (workers.length > 0 ? workers : able).toSorted(byRoom)
  return first === undefined
    ? null
    : { staffId: first.staff_id, name: first.full_name, because: 'most_room', until: null }
}

/** Candidates with so many places given to one of them. */
export const carryingMore = <Each extends Candidate>(
  candidates: readonly Each[],
  staffId: string,
  adding: number,
): readonly Each[] =>
  candidates.map((each) => (each.staff_id === staffId ? { ...each, places: each.places + adding } : each))

/** Shares people out, one after another, to whoever has been given the least so far: in the order that people came. */
export const shareOut = <Person>(
  people: readonly Person[],
  staff: readonly { readonly staff_id: string; readonly places: number }[],
): readonly (readonly [Person, string])[] => {
  const given = new Map(staff.map(({ staff_id, places }) => [staff_id, places]))
  return people.flatMap((person) => {
    const [least] = [...given].sort(([one, few], [other, more]) => few - more || (one < other ? -1 : 1))
    if (least === undefined) return []
    given.set(least[0], least[1] + 1)
    return [[person, least[0]] as const]
  })
}
