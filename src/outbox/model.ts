/** What may be told outside: what waits, in words that say nothing of whom it is about. */
export interface Waiting {
  /** The event's type, by the convention of Standard Webhooks. */
  readonly type: string
  readonly what: string
}

const answered: Waiting = { type: 'handover.answered', what: 'A hand-over that your team sent was answered.' }
const told: Waiting = { type: 'notice.given', what: 'Your team was told something.' }

const waiting: Readonly<Record<string, Waiting>> = {
  handover_sent: { type: 'handover.sent', what: 'A hand-over was sent to your team.' },
  handover_accepted: answered,
  handover_declined: answered,
  connect: { type: 'question.asked', what: 'Another service asks your team something.' },
  connect_answered: { type: 'question.answered', what: 'Another service answered what your team asked.' },
  glass: { type: 'review.waiting', what: 'Something waits for review by your team’s leader.' },
  try: { type: 'try', what: 'This is a try. Nothing waits.' },
}

/** What is said of a topic; of those that would say too much, such as a death, only that there is something. */
export const waitingOf = (topic: string): Waiting => waiting[topic] ?? told

/** What came of a try to deliver. */
export type CameOf =
  | 'taken'
  | 'not_taken'
  | 'no_answer'
  | 'too_slow'
  | 'not_allowed'
  | 'stopped'
  | 'unreadable'

/** Tries until a message is given up: with the worker's growing pauses, a little more than a day. */
export const mostTries = 14

/** Days that a message and what became of it are kept. */
export const keptDays = 30

/** One message, and how it stands. */
export interface Delivery {
  readonly id: string
  readonly topic: string
  /** Null for a try. */
  readonly service: string | null
  readonly recorded_at: Temporal.Instant
  readonly delivered_at: Temporal.Instant | null
  readonly given_up_at: Temporal.Instant | null
  readonly tries: number
  readonly came_of: CameOf | null
  readonly status: number | null
}

/** What the reader's organisation has set. */
export interface OutsideAddress {
  readonly organisationId: string
  readonly organisation: string
  /** Null: nobody outside is told. */
  readonly url: string | null
  readonly set_at: Temporal.Instant | null
  readonly set_by: string | null
}
