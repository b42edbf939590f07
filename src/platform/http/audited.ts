import type { Context } from 'hono'
import { type AuditEvent, appendAudit } from '../audit/append.ts'
import type { Actor } from '../auth/actor.ts'
import type { ReadTx } from '../database/transaction.ts'
import { isId } from '../ids.ts'
import type { Env, Services } from './route.ts'

type Happened = Pick<AuditEvent, 'action' | 'outcome' | 'people'> & {
  readonly subject?: string | null
  readonly why?: string | null
}

/** Whose record was tried, as the address names them, in capitals or not: also where there is no such person. */
export const triedWith = (context: Context<Env>): readonly string[] => {
  const person = context.req.param('personId')?.toLowerCase() ?? ''
  return isId(person) ? [person] : []
}

/** The audit event of something that this request did or tried. */
export const auditEventOf = (
  context: Context<Env>,
  services: Services,
  actor: Actor,
  happened: Happened,
): AuditEvent => ({
  id: services.ids.next(),
  at: services.clock.now(),
  staffId: actor.staffId,
  role: actor.role,
  serviceIds: actor.services.map((service) => service.id),
  action: happened.action,
  outcome: happened.outcome,
  people: happened.people,
  subject: happened.subject ?? null,
  address: context.get('address'),
  why: happened.why ?? null,
  requestId: context.get('requestId'),
})

/** Appends in the transaction of the page. */
export const auditIn = (
  tx: Pick<ReadTx, 'db'>,
  context: Context<Env>,
  services: Services,
  actor: Actor,
  happened: Happened,
): Promise<void> => appendAudit(tx.db, auditEventOf(context, services, actor, happened))

/** Refusals and failures are written in a transaction of their own. */
export const auditApart = (
  context: Context<Env>,
  services: Services,
  actor: Actor,
  happened: Happened,
): Promise<void> => services.database.read(actor, (tx) => auditIn(tx, context, services, actor, happened))
