import { isId } from '../platform/ids.ts'
import { parseDay } from '../platform/moments.ts'

/** What a timeline can be narrowed to. */
export const timelineParts = {
  notes: 'Notes',
  contacts: 'Contacts and appointments',
  forms: 'Screens and forms',
  tests: 'Tests and incidents',
  treatment: 'Treatment and workers',
  handovers: 'Hand-overs',
  moves: 'Moves and release dates',
  safety: 'Safety and contact details',
} as const satisfies Readonly<Record<string, string>>

export type TimelinePart = keyof typeof timelineParts

/** The row of one table on the timeline. */
export type TimelineKind =
  | 'note'
  | 'contact'
  | 'fact'
  | 'goal_end'
  | 'referral'
  | 'triage'
  | 'episode_end'
  | 'intervention'
  | 'intervention_end'
  | 'allocation'
  | 'handover'
  | 'offer'
  | 'answer'
  | 'message'
  | 'movement'
  | 'release_date'
  | 'flag'
  | 'flag_down'
  | 'contact_details'

/** Where a page of the timeline begins: after this row, going back in time. */
export interface TimelineCursor {
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly id: string
}

const cursorShape = /^(\d{4}-\d{2}-\d{2})_(\d{1,16})_([0-9a-f-]{36})$/

/** A cursor as the address carries it, and back; null for what is none. */
export const writeCursor = ({ day, at, id }: TimelineCursor): string =>
  `${day.toString()}_${at.epochMilliseconds * 1000 + Number((at.epochNanoseconds / 1000n) % 1000n)}_${id}`

export const readCursor = (text: string): TimelineCursor | null => {
  const [, written = '', microseconds = '', id = ''] = cursorShape.exec(text) ?? []
  const day = parseDay(written)
  return day === null || !isId(id)
    ? null
    : { day, at: Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n), id }
}
