import { dateWords, fullDate } from '../platform/ui/dates.ts'

/** Where somebody is, as `whereabouts` and `location` hold it. */
export interface PlaceRow {
  readonly status:
    | 'in_custody'
    | 'at_court'
    | 'in_hospital'
    | 'temporary_release'
    | 'in_transit'
    | 'in_community'
    | 'removed'
    | 'died'
    | 'not_known'
    | null
  readonly establishment_code: string | null
  /** Its name; null where the code is no prison we know. */
  readonly establishment: string | null
  readonly wing: string | null
  readonly cell: string | null
  readonly since: Temporal.PlainDate | null
  readonly released_on: Temporal.PlainDate | null
}

const isOneLetter = (wing: string): boolean => /^[A-Z]\d?$/i.test(wing.trim())

/** "C wing" where the prison wrote "C"; the wing's own name as it is. */
const wingWords = (wing: string): string => (isOneLetter(wing) ? `${wing.trim()} wing` : wing.trim())

const prisonWords = ({ establishment, establishment_code: code }: PlaceRow): string =>
  establishment ?? code ?? 'a prison nobody has named'

/** "C-1-004" of "LEI-C-1-004": the prison is said already. */
const cellWords = (cell: string, code: string | null): string =>
  code !== null && cell.startsWith(`${code}-`) ? cell.slice(code.length + 1) : cell

const inside = (place: PlaceRow): string =>
  [
    prisonWords(place),
    ...(place.wing === null ? [] : [wingWords(place.wing)]),
    ...(place.cell === null ? [] : [`cell ${cellWords(place.cell, place.establishment_code)}`]),
  ].join(', ')

const sinceWords = (day: Temporal.PlainDate | null, today: Temporal.PlainDate): string =>
  day === null ? '' : ` since ${dateWords(day, today)}`

/** Where somebody is today, in words: "Leeds, C wing", "At court, from Leeds", "In the community since …". */
export const placeWords = (place: PlaceRow, today: Temporal.PlainDate): string => {
  switch (place.status) {
    case 'in_custody':
      return inside(place)
    case 'at_court':
      return `At court, from ${prisonWords(place)}`
    case 'in_hospital':
      return `In hospital, from ${prisonWords(place)}`
    case 'temporary_release':
      return `On temporary release from ${prisonWords(place)}`
    case 'in_transit':
      return `Between prisons, left ${prisonWords(place)}`
    case 'in_community':
      return `In the community${sinceWords(place.released_on ?? place.since, today)}`
    case 'removed':
      return 'Removed abroad or in immigration detention'
    case 'died':
      return place.since === null ? 'Died' : `Died ${fullDate(place.since)}`
    default:
      return 'Not known'
  }
}
