import type { MovementType } from '../standards/model.ts'

export type { MovementType } from '../standards/model.ts'

/** A movement as a line of somebody's history. */
export const movementWords: Readonly<Record<MovementType, string>> = {
  admission: 'Came into custody',
  readmission: 'Came back into custody under the same booking',
  transfer_in: 'Came from another prison',
  transfer_out: 'Left for another prison',
  to_court: 'Went to court',
  from_court: 'Came back from court',
  to_hospital: 'Went to hospital',
  from_hospital: 'Came back from hospital',
  temporary_release: 'Went out on temporary release',
  temporary_return: 'Came back from temporary release',
  release: 'Released into the community',
  removal: 'Removed abroad or to immigration detention',
  death: 'Died',
  unknown: 'A movement whose reason nobody knows',
}

/**
 * Where we heard of a movement. The feed gives the moment to the second; a spreadsheet often gives the day
 * alone; by hand is what staff recorded here.
 */
export type MovementSource = 'feed' | 'spreadsheet' | 'hand'

/** One movement as it was told to us, before it is known whose it is or whether it was told before. */
export interface Movement {
  readonly source: MovementSource
  /** The number it was told under: perhaps one that has since been merged away. */
  readonly prisonNumber: string
  readonly type: MovementType
  /** The moment, or the start of the day in Europe/London where `timeKnown` is false. */
  readonly instant: Temporal.Instant
  /** The day in Europe/London. */
  readonly day: Temporal.PlainDate
  readonly timeKnown: boolean
  /** Prison code in capitals, null where the message names none. */
  readonly establishment: string | null
  /** The reason in the source's own word: `RELEASED`, `ADMISSION`, or the event of a spreadsheet. */
  readonly reason: string
  /** NOMIS movement reason code, null where none came. */
  readonly reasonCode: string | null
  /** False where a release carries a code that `directory/movement-reasons.ts` cannot explain. */
  readonly reasonKnown: boolean
}

/**
 * What the search family of the feed says of where somebody is now. It tells of movements a second time, so
 * it moves the badge "where they are" and never opens or closes anything.
 */
export interface Sighting {
  readonly prisonNumber: string
  readonly instant: Temporal.Instant
  readonly direction: 'in' | 'out'
  readonly reason: string
  readonly establishment: string | null
}

/** Two numbers turned out to be one person: `survivor` keeps all, `removed` becomes an alias. */
interface Merge {
  readonly survivor: string
  readonly removed: string
  readonly instant: Temporal.Instant
}

/** What one line of the feed means to us. */
export type FeedLine =
  | { readonly kind: 'movement'; readonly movement: Movement }
  | { readonly kind: 'whereabouts'; readonly sighting: Sighting }
  | { readonly kind: 'merged'; readonly merge: Merge }
  | {
      readonly kind: 'booking_moved'
      readonly from: string
      readonly to: string
      readonly instant: Temporal.Instant
      /** Records made since then belong to `to`; null where the message does not say. */
      readonly bookingStart: Temporal.Instant | null
    }
  | {
      readonly kind: 'booking_deleted'
      readonly bookingId: string
      readonly prisonNumber: string | null
      readonly instant: Temporal.Instant
    }
  | { readonly kind: 'ignored'; readonly eventType: string }
  | { readonly kind: 'rejected'; readonly field: string; readonly reason: string }

/** Where a person is, as far as the movements tell. `establishment` is the prison whose care they are in. */
export type Place =
  | { readonly kind: 'not_known' }
  | {
      readonly kind: 'in_custody' | 'at_court' | 'in_hospital' | 'temporary_release'
      readonly establishment: string | null
      readonly since: Temporal.PlainDate
    }
  | {
      readonly kind: 'in_transit'
      readonly from: string | null
      readonly since: Temporal.PlainDate
    }
  | { readonly kind: 'in_community' | 'removed'; readonly since: Temporal.PlainDate }
  | { readonly kind: 'died'; readonly since: Temporal.PlainDate }

export type PlaceKind = Place['kind']

interface SpellStart {
  readonly day: Temporal.PlainDate
  readonly instant: Temporal.Instant
  readonly establishment: string | null
  /** Came back on recall, as far as the admission's reason code says. */
  readonly recall: boolean
}

export interface SpellEnd {
  /** `not_told`: a new admission came without a release before it. */
  readonly how: 'release' | 'removal' | 'death' | 'not_told'
  readonly day: Temporal.PlainDate
  readonly establishment: string | null
  /** Where they were just before: a release from court or hospital was not the planned one. */
  readonly from: PlaceKind
}

export interface Transfer {
  readonly from: string | null
  readonly to: string | null
  readonly left: Temporal.PlainDate | null
  readonly arrived: Temporal.PlainDate | null
}

/** One unbroken stay in custody. `start` is null where nobody told us how it began. */
export interface Spell {
  readonly start: SpellStart | null
  readonly end: SpellEnd | null
  readonly transfers: readonly Transfer[]
}

/** What one person's movements add up to: their stays, oldest first, and where they are now. */
export interface CustodyHistory {
  readonly spells: readonly Spell[]
  readonly place: Place
}
