import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { DB } from '../database/schema.ts'
import { auditEventOf } from '../http/audited.ts'
import type { Env, Services } from '../http/route.ts'
import type { Actor } from './actor.ts'

interface Happened {
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly staffId: string | null
  readonly role?: string | null
  /** By which means, or which of several things. */
  readonly subject?: string | null
}

/** Writes what happened at the door, with the address it came from, in the transaction of what it belongs to. */
export const auditAtDoor = (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  happened: Happened,
): Promise<void> =>
  appendAudit(db, {
    id: services.ids.next(),
    at: services.clock.now(),
    staffId: happened.staffId,
    role: happened.role ?? null,
    serviceIds: [],
    action: happened.action,
    outcome: happened.outcome,
    people: [],
    subject: happened.subject ?? null,
    address: context.get('address'),
    requestId: context.get('requestId'),
  })

/** Writes what somebody did with their own account. */
export const auditOwn = (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  actor: Actor,
  happened: { readonly action: string; readonly outcome?: 'refused'; readonly subject?: string | null },
): Promise<void> =>
  appendAudit(
    db,
    auditEventOf(context, services, actor, {
      action: happened.action,
      outcome: happened.outcome ?? 'done',
      people: [],
      subject: happened.subject ?? null,
    }),
  )
