import type { Place, PlaceKind, Sighting } from './model.ts'

type Within = 'in_custody' | 'at_court' | 'in_hospital' | 'temporary_release' | 'in_transit'

/** Reasons of the search family that move somebody within custody; release and admission are not among them. */
const seen: ReadonlyMap<string, Within> = new Map<string, Within>([
  ['in RETURN_FROM_COURT', 'in_custody'],
  ['in TEMPORARY_ABSENCE_RETURN', 'in_custody'],
  ['in TRANSFERRED', 'in_custody'],
  ['out SENT_TO_COURT', 'at_court'],
  ['out RELEASED_TO_HOSPITAL', 'in_hospital'],
  ['out TEMPORARY_ABSENCE_RELEASE', 'temporary_release'],
  ['out TRANSFERRED', 'in_transit'],
])

const withinCustody: ReadonlySet<PlaceKind> = new Set(seen.values())

const placeOf = (kind: Within, establishment: string | null, since: Temporal.PlainDate): Place =>
  kind === 'in_transit' ? { kind, from: establishment, since } : { kind, establishment, since }

const samePlace = (one: Place, other: Place): boolean =>
  JSON.stringify({ ...one, since: null }) === JSON.stringify({ ...other, since: null })

/**
 * The badge "where they are", brought up to date by a sighting later than the last movement, on the day it
 * was seen. A sighting never opens or closes anything: who is in the community stays there until a movement
 * says otherwise, and who is in custody stays in it.
 */
export const placeAsSeen = (
  place: Place,
  { direction, reason, establishment }: Pick<Sighting, 'direction' | 'reason' | 'establishment'>,
  day: Temporal.PlainDate,
): Place => {
  const kind = seen.get(`${direction} ${reason}`)
  if (kind === undefined || !withinCustody.has(place.kind)) return place
  const now = placeOf(kind, establishment, day)
  return samePlace(place, now) ? place : now
}
