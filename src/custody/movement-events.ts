import { parseMoment } from '../platform/moments.ts'
import { readBookingDeleted, readBookingMoved, readMerge } from './feed-identity.ts'
import { readMessage } from './feed-message.ts'
import { readMovement, readSighting } from './feed-movement.ts'
import { rejected, type Told } from './feed-told.ts'
import type { FeedLine } from './model.ts'

const readers: ReadonlyMap<string, (told: Told) => FeedLine> = new Map([
  ['prison-offender-events.prisoner.received', readMovement('in')],
  ['prison-offender-events.prisoner.released', readMovement('out')],
  ['prisoner-offender-search.prisoner.received', readSighting('in')],
  ['prisoner-offender-search.prisoner.released', readSighting('out')],
  ['prison-offender-events.prisoner.merged', readMerge],
  ['prison-offender-events.prisoner.booking.moved', readBookingMoved],
  ['prison-offender-events.prisoner.booking.deleted', readBookingDeleted],
])

/**
 * What one line of the movement feed means: `movements.ndjson` in the files at the edge. Never throws; a
 * line that cannot be taken is `rejected` with the field and a sentence, one of a type that is not used is
 * `ignored`. The day of a movement is the day in Europe/London.
 */
export const readFeedLine = (line: string): FeedLine => {
  const read = readMessage(line)
  if (!read.ok) return rejected(read.field, read.reason)
  const { message } = read
  const reader = readers.get(message.eventType)
  if (reader === undefined) return { kind: 'ignored', eventType: message.eventType }
  const instant = message.occurredAt === undefined ? null : parseMoment(message.occurredAt)
  if (instant === null) return rejected('occurredAt', 'This is not a date and time that exists')
  return reader({ message, information: message.additionalInformation ?? {}, instant })
}
