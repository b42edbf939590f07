import { parsePrisonNumber } from '../people/index.ts'
import { parseMoment } from '../platform/moments.ts'
import { numberOf, prisonNumber, rejected, type Told } from './feed-told.ts'
import type { FeedLine } from './model.ts'

/** Two numbers became one person. */
export const readMerge = ({ information, instant }: Told): FeedLine => {
  const survivor = prisonNumber('additionalInformation.nomsNumber', information.nomsNumber)
  if (typeof survivor !== 'string') return survivor
  const removed = prisonNumber('additionalInformation.removedNomsNumber', information.removedNomsNumber)
  if (typeof removed !== 'string') return removed
  return survivor === removed
    ? rejected('additionalInformation.removedNomsNumber', 'A number cannot be merged into itself')
    : { kind: 'merged', merge: { survivor, removed, instant } }
}

/** A stay was recorded under the wrong person, and moved: no alias. */
export const readBookingMoved = ({ information, instant }: Told): FeedLine => {
  const from = prisonNumber('additionalInformation.movedFromNomsNumber', information.movedFromNomsNumber)
  if (typeof from !== 'string') return from
  const to = prisonNumber('additionalInformation.movedToNomsNumber', information.movedToNomsNumber)
  if (typeof to !== 'string') return to
  const start = information.bookingStartDateTime
  return { kind: 'booking_moved', from, to, instant, bookingStart: start ? parseMoment(start) : null }
}

/** A stay was taken back. */
export const readBookingDeleted = (told: Told): FeedLine => {
  const { bookingId } = told.information
  if (!bookingId) return rejected('additionalInformation.bookingId', 'There is no booking')
  const number = numberOf(told)
  const parsed = number === undefined ? undefined : parsePrisonNumber(number)
  return {
    kind: 'booking_deleted',
    bookingId,
    prisonNumber: parsed?.ok ? parsed.value : null,
    instant: told.instant,
  }
}
