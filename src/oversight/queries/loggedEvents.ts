import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { KindOfEvent, Span } from '../log-filter.ts'

/** One event of the audit log, as a team leader reads it. */
export interface LoggedEvent {
  readonly id: string
  readonly at: Temporal.Instant
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly role: string | null
  readonly services: string | null
  readonly action: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly people: readonly string[]
  readonly why: string | null
  /** Their team did not work with the person at that moment. */
  readonly uninvolved: boolean
  readonly through_glass: boolean
}

/** Fifty events, and how many there are in all. */
export interface EventPage {
  readonly events: readonly LoggedEvent[]
  readonly total: number
}

interface Row extends LoggedEvent {
  readonly total: number
}

const pageSize = 50

interface Asked extends Span {
  readonly what: KindOfEvent | null
  readonly page: number
}

const pageOf = (rows: readonly Row[]): EventPage => ({ events: rows, total: rows[0]?.total ?? 0 })

/** Who opened, listed or changed somebody's record; empty for whoever leads no team that worked with them. */
export const eventsOfPerson = async (tx: ReadTx, personId: string, asked: Asked): Promise<EventPage> => {
  const found = await sql<Row>`select * from audit_of_person(${personId}::uuid, ${asked.since}::timestamptz,
    ${asked.before}::timestamptz, ${asked.what ?? 'all'}, ${pageSize}, ${(asked.page - 1) * pageSize})`.execute(
    tx.db,
  )
  return pageOf(found.rows)
}

/** What a member of staff did for the reader's team; empty for whoever does not lead it. */
export const eventsOfStaff = async (tx: ReadTx, staffId: string, asked: Asked): Promise<EventPage> => {
  const found = await sql<Row>`select * from audit_of_staff(${staffId}::uuid, ${asked.since}::timestamptz,
    ${asked.before}::timestamptz, ${asked.what ?? 'all'}, ${pageSize}, ${(asked.page - 1) * pageSize})`.execute(
    tx.db,
  )
  return pageOf(found.rows)
}
