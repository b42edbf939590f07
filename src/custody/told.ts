import type { FeedLine, Movement } from './model.ts'
import { dayKey, feedKey } from './movement-order.ts'

/** A line that says something to us. */
export type UsedLine = Exclude<FeedLine, { kind: 'ignored' } | { kind: 'rejected' }>

/** A movement or a sighting as it is kept while it waits for its person, and applied from: JSON, no Temporal. */
export interface ToldMovement {
  readonly kind: 'movement'
  readonly source: Movement['source']
  readonly type: Movement['type']
  readonly at: string
  readonly day: string
  readonly time_known: boolean
  readonly establishment_code: string | null
  readonly reason: string
  readonly reason_code: string | null
  readonly reason_known: boolean
}

export interface ToldSighting {
  readonly kind: 'whereabouts'
  readonly at: string
  readonly direction: 'in' | 'out'
  readonly reason: string
  readonly establishment_code: string | null
}

interface ToldMerge {
  readonly kind: 'merged'
  readonly at: string
}

export interface ToldBooking {
  readonly kind: 'booking_moved' | 'booking_deleted'
  readonly at: string
  /** Where a booking was moved: records made since then are the other person's; null where nobody says. */
  readonly since: string | null
}

export type Told = ToldMovement | ToldSighting | ToldMerge | ToldBooking

/** One message before it is stored: what makes it the same as another, whom it is about, what it says. */
export interface Message {
  readonly fingerprint: string
  readonly telling: string
  readonly prison_number: string
  readonly other_number: string | null
  readonly raw: string
  readonly told: Told
}

type Identity = Omit<Message, 'raw'>

const toldMovement = (movement: Movement): ToldMovement => ({
  kind: 'movement',
  source: movement.source,
  type: movement.type,
  at: movement.instant.toString(),
  day: movement.day.toString(),
  time_known: movement.timeKnown,
  establishment_code: movement.establishment,
  reason: movement.reason,
  reason_code: movement.reasonCode,
  reason_known: movement.reasonKnown,
})

const movementIdentity = (movement: Movement): Identity => {
  const { prisonNumber, source, type, establishment, reasonCode, instant, timeKnown } = movement
  const told = toldMovement(movement)
  const about = { prison_number: prisonNumber, other_number: null, told }
  if (source === 'feed')
    return {
      ...about,
      fingerprint: `${prisonNumber}|${feedKey(movement)}`,
      telling: `${type}|${establishment ?? ''}|${reasonCode ?? ''}`,
    }
  const moment = timeKnown ? `|${instant.epochMilliseconds}` : ''
  return {
    ...about,
    fingerprint: `${prisonNumber}|${source}|${dayKey(movement)}${moment}`,
    telling: `${type}|${instant.epochMilliseconds}|${timeKnown}|${reasonCode ?? ''}`,
  }
}

const identity = (line: UsedLine): Identity => {
  switch (line.kind) {
    case 'movement':
      return movementIdentity(line.movement)
    case 'whereabouts': {
      const { prisonNumber, instant, direction, reason, establishment } = line.sighting
      return {
        fingerprint: `${prisonNumber}|seen ${direction}|${instant.epochMilliseconds}|${reason}`,
        telling: establishment ?? '',
        prison_number: prisonNumber,
        other_number: null,
        told: {
          kind: 'whereabouts',
          at: instant.toString(),
          direction,
          reason,
          establishment_code: establishment,
        },
      }
    }
    case 'merged': {
      const { survivor, removed, instant } = line.merge
      return {
        fingerprint: `${survivor}|merged|${removed}`,
        telling: '',
        prison_number: survivor,
        other_number: removed,
        told: { kind: 'merged', at: instant.toString() },
      }
    }
    case 'booking_moved':
      return {
        fingerprint: `${line.from}|booking moved|${line.to}|${line.instant.epochMilliseconds}`,
        telling: '',
        prison_number: line.from,
        other_number: line.to,
        told: {
          kind: 'booking_moved',
          at: line.instant.toString(),
          since: line.bookingStart?.toString() ?? null,
        },
      }
    case 'booking_deleted':
      return {
        fingerprint: `${line.prisonNumber ?? ''}|booking deleted|${line.bookingId}`,
        telling: '',
        prison_number: line.prisonNumber ?? '',
        other_number: null,
        told: { kind: 'booking_deleted', at: line.instant.toString(), since: null },
      }
  }
}

/** What is stored of a line: its identity, and `raw`, the words as they came. */
export const messageOf = (line: UsedLine, raw: string): Message => ({ ...identity(line), raw })

/** Whether a line holds only what can be kept: no null byte or half a character among the words it is told by. */
export const canBeKept = ({ fingerprint, telling, raw }: Message): boolean =>
  !raw.includes('\u0000') &&
  !/\p{Cc}/u.test(fingerprint + telling) &&
  fingerprint.isWellFormed() &&
  fingerprint.length + telling.length <= 400
