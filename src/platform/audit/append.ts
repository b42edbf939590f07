import { type Kysely, sql } from 'kysely'
import type { DB } from '../database/schema.ts'

/** One thing somebody did or tried: who, whom, when, from where, why. */
export interface AuditEvent {
  readonly id: string
  readonly at: Temporal.Instant
  readonly staffId: string | null
  readonly role: string | null
  readonly serviceIds: readonly string[]
  /** verb_resource, as the page declares it. */
  readonly action: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly people: readonly string[]
  readonly subject: string | null
  readonly address: string | null
  readonly requestId: string | null
  /** The reason that was given, where one was asked for. */
  readonly why?: string | null
}

/** Appends to the audit log in the transaction of what it belongs to; where it cannot, that fails too. */
export const appendAudit = async (db: Pick<Kysely<DB>, 'getExecutor'>, event: AuditEvent): Promise<void> => {
  await sql`select append_audit(${event.id}::uuid, ${event.at}::timestamptz, ${event.staffId}::uuid, ${event.role},
    ${event.serviceIds}::uuid[], ${event.action}, ${event.outcome}, ${event.people}::uuid[], ${event.subject},
    ${event.address}, ${event.requestId}, ${event.why ?? null})`.execute(db as Kysely<DB>)
}
