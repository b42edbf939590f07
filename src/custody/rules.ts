import type { Movement, MovementType, Place, PlaceKind, SpellEnd } from './model.ts'

const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) > 0

/**
 * A release that opens a follow-up: into the community, of somebody who was alive on that day. Who had died
 * before it was not released; who died on it was.
 */
export const isReleaseIntoCommunity = (
  { type, day }: Pick<Movement, 'type' | 'day'>,
  diedOn: Temporal.PlainDate | null,
): boolean => type === 'release' && (diedOn === null || !isAfter(day, diedOn))

/** Left from court or hospital, or by a release nobody could plan by its date: a call sheet is owed. */
export const leftUnexpectedly = ({ how, from }: Pick<SpellEnd, 'how' | 'from'>): boolean =>
  how === 'release' && (from === 'at_court' || from === 'in_hospital')

/** In somebody's custody, also while at court, in hospital, on temporary release or between two prisons. */
export const isInCustody = ({ kind }: Place): boolean =>
  !(['not_known', 'in_community', 'removed', 'died'] satisfies PlaceKind[] as readonly PlaceKind[]).includes(
    kind,
  )

const withinCustody: ReadonlySet<MovementType> = new Set<MovementType>([
  'transfer_out',
  'to_court',
  'from_court',
  'to_hospital',
  'from_hospital',
  'temporary_release',
  'temporary_return',
  'release',
  'removal',
])

/**
 * Why a movement that staff record by hand does not fit where the person is, in a sentence that says what to
 * do; null where it fits. The feed is never held to this: it is taken as it comes.
 */
export const whyItDoesNotFit = (
  movement: Pick<Movement, 'type' | 'day'>,
  place: Place,
  today: Temporal.PlainDate,
): string | null => {
  if (isAfter(movement.day, today)) return 'Enter a day that is not in the future'
  if (place.kind === 'died') return 'This person has died: if that is wrong, correct the date of death first'
  if (movement.type === 'admission' && isInCustody(place))
    return 'This person is in custody already: record a transfer, or the release before this admission'
  if (withinCustody.has(movement.type) && !isInCustody(place))
    return 'This person is not in custody: record the admission first'
  return 'since' in place && isAfter(place.since, movement.day)
    ? 'Something later has been recorded already: check the day'
    : null
}
