import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { dayOf } from '../clock.ts'
import type { DB, StaffRole } from '../database/schema.ts'
import type { Env, Services } from '../http/route.ts'
import { auditAtDoor } from './audit.ts'
import { beginSession, type Means } from './session.ts'

/** The role somebody acts in first: that of words which wait for them, else the one they have held longest. */
const firstRole = async (
  db: Transaction<DB>,
  staffId: string,
  now: Temporal.Instant,
): Promise<StaffRole | null> => {
  const today = dayOf(now)
  const waiting = await db
    .selectFrom('kept_form')
    .select('role')
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .orderBy('kept_at', 'desc')
    .executeTakeFirst()
  const row = await db
    .selectFrom('membership')
    .innerJoin('staff', 'staff.id', 'membership.staff_id')
    .select('role')
    .where('staff_id', '=', staffId)
    .where('staff.active', '=', true)
    .where('from_day', '<=', today)
    .where((at) => at.or([at('to_day', 'is', null), at('to_day', '>=', today)]))
    .orderBy(
      (at) => at('role', '=', waiting?.role ?? null),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('from_day')
    .orderBy('membership.id')
    .executeTakeFirst()
  return row?.role ?? null
}

/** Begins a session for somebody who has shown who they are; `no_role` where they work nowhere now. Audited either way. */
export const letIn = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  who: { readonly staffId: string; readonly means: Means; readonly limited?: boolean },
): Promise<'in' | 'no_role'> => {
  const role = await firstRole(db, who.staffId, services.clock.now())
  await auditAtDoor(context, services, db, {
    action: 'sign_in',
    outcome: role === null ? 'refused' : 'done',
    staffId: who.staffId,
    role,
    subject: who.means,
  })
  if (role === null) return 'no_role'
  await beginSession(context, services, db, { ...who, role })
  return 'in'
}
