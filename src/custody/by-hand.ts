import type { PlaceRow } from '../people/index.ts'
import { timeZone } from '../platform/clock.ts'
import { startOfDay } from '../platform/moments.ts'
import { ok, type Result, refused } from '../platform/result.ts'
import type { MovementType, Place } from './model.ts'
import { whyItDoesNotFit } from './rules.ts'

/** What staff may record, in their words: an admission on recall and an unplanned release stand by themselves. */
export const handMovements = {
  admission: 'Came into custody',
  recall: 'Came back into custody on recall',
  transfer_in: 'Came from another prison',
  transfer_out: 'Left for another prison',
  to_court: 'Went to court',
  from_court: 'Came back from court',
  to_hospital: 'Went to hospital',
  from_hospital: 'Came back from hospital',
  temporary_release: 'Went out on temporary release',
  temporary_return: 'Came back from temporary release',
  release: 'Released into the community, as planned',
  release_unplanned: 'Released from court, on bail, or sooner than planned',
  removal: 'Removed abroad or to immigration detention',
  death: 'Died',
} as const satisfies Readonly<Record<string, string>>

export type HandMovement = keyof typeof handMovements

interface Meaning {
  readonly type: MovementType
  readonly reasonCode: string | null
  readonly unplanned: boolean
}

const plain = (type: MovementType): Meaning => ({ type, reasonCode: null, unplanned: false })

/** `L` is the feed's own code for a return on recall from licence. */
const recallCode = 'L'

export const meaningOf = (what: HandMovement): Meaning => {
  if (what === 'recall') return { type: 'admission', reasonCode: recallCode, unplanned: false }
  if (what === 'release_unplanned') return { type: 'release', reasonCode: null, unplanned: true }
  return plain(what)
}

/** Whether it needs to be said at which prison: else it is where they are held. */
export const namesPrison = (type: MovementType): boolean => type === 'admission' || type === 'transfer_in'

/** Where somebody is, from the row that holds it. */
export const placeOf = ({ status, establishment_code, since }: PlaceRow): Place => {
  if (status === null || status === 'not_known' || since === null) return { kind: 'not_known' }
  if (status === 'in_transit') return { kind: status, from: establishment_code, since }
  if (status === 'in_community' || status === 'removed' || status === 'died') return { kind: status, since }
  return { kind: status, establishment: establishment_code, since }
}

interface Told {
  readonly what: HandMovement
  readonly day: Temporal.PlainDate
  readonly time: Temporal.PlainTime | null
}

interface Standing {
  readonly place: Place
  readonly last: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0

/** Where only the day is known, what is recorded last happened last. */
const momentOf = ({ day, time }: Told, last: Temporal.Instant | null): Temporal.Instant => {
  if (time !== null) return day.toPlainDateTime(time).toZonedDateTime(timeZone).toInstant()
  const start = startOfDay(day)
  return last !== null && !isAfter(start, last) ? last.add({ seconds: 1 }) : start
}

/** The moment of a movement recorded by hand, or why it does not fit where the person is. */
export const fitByHand = (told: Told, { place, last, now, today }: Standing): Result<Temporal.Instant> => {
  const { type } = meaningOf(told.what)
  const why = whyItDoesNotFit({ type, day: told.day }, place, today)
  if (why !== null) return refused('invalid', why, 'day')
  const at = momentOf(told, last)
  if (told.time !== null && isAfter(at, now))
    return refused('invalid', 'Enter a time that is not in the future', 'time')
  return told.time !== null && last !== null && !isAfter(at, last)
    ? refused('invalid', 'Something later has been recorded already: check the day and the time', 'time')
    : ok(at)
}
