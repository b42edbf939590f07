import type { Basis } from '../sharing/model.ts'
import type { ContactOutcome, RecordClass } from '../standards/model.ts'

/** Which service records something, and which member of staff; null where a file said it. */
export interface RecordedBy {
  readonly serviceId: string
  readonly staffId: string | null
}

/** At release, or after somebody left without one. A transfer needs none: the care goes with the person. */
export type HandoverKind = 'release' | 'call_sheet'

/** Where a hand-over stands: the newest offer decides. */
export type HandoverState = 'open' | 'sent' | 'seen' | 'accepted' | 'declined' | 'closed'

/**
 * On what basis it is to be sent, while it is being prepared. `registered`: what the register of sharing says already of
 * this recipient; `agreed_now`: as asked in this very moment.
 */
export const draftBases = [
  'registered',
  'agreed_at_triage',
  'agreed_now',
  'direct_care',
  'vital_interests',
  'public_task',
  'none',
] as const
export type DraftBasis = (typeof draftBases)[number]

/** Parts that a sender may choose to send or leave out; the others always go or never do. */
export const chosenParts = ['recovery', 'clinical'] as const
export type ChosenPart = (typeof chosenParts)[number]

/** What a receiving service cannot do without: who, where, how to ring safely, and the hand-over itself. */
export const alwaysGoes: readonly RecordClass[] = ['identity', 'contact_details', 'safety', 'handover']

export const declineReasons = ['area', 'capacity', 'other_help', 'known_elsewhere', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const declineWords: Readonly<Record<DeclineReason, string>> = {
  area: 'They will live outside our area',
  capacity: 'We have no room',
  other_help: 'They need another kind of help',
  known_elsewhere: 'Another service works with them already',
  other: 'Another reason',
}

/** What may have become of an appointment or a call. */
export type KnownOutcome = Exclude<ContactOutcome, 'planned'>

export const outcomes = [
  'kept',
  'late',
  'refused',
  'sick',
  'at_court',
  'released',
  'transferred',
  'prison_did_not_unlock',
  'cancelled_by_service',
  'no_answer',
  'wrong_details',
  'not_known',
] as const satisfies readonly KnownOutcome[]

/** One sending of a hand-over to one service. */
export interface Offer {
  readonly id: string
  readonly fromService: string
  readonly fromName: string
  readonly toService: string
  readonly toName: string
  readonly basis: Basis
  readonly basisReason: string | null
  readonly parts: readonly RecordClass[]
  readonly ask: string | null
  readonly sentAt: Temporal.Instant
  readonly sentBy: string | null
  readonly answerDue: Temporal.PlainDate
  readonly seenAt: Temporal.Instant | null
  readonly seenBy: string | null
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
  readonly declineReason: string | null
  readonly suggestedService: string | null
  readonly suggestedName: string | null
  readonly words: string | null
}

/** A first appointment with the receiving service. */
export interface Appointment {
  readonly id: string
  readonly serviceId: string
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant | null
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly words: string | null
  readonly version: number
}
