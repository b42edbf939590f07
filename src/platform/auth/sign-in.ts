import type { Transaction } from 'kysely'
import { dayOf } from '../clock.ts'
import type { DB, StaffRole } from '../database/schema.ts'
import type { Services } from '../http/route.ts'
import { isPassword, pretendToCheck } from './password.ts'

const mostFailures = 8
const lockedMinutes = 15

/** Who signed in, or why not. A locked account says so only to somebody with the right name. */
export type SignedIn =
  | { readonly kind: 'in'; readonly staffId: string; readonly role: StaffRole }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'no_role' }

/** The role somebody acts in first: the one they have held longest. */
export const firstRole = async (
  db: Transaction<DB>,
  staffId: string,
  today: Temporal.PlainDate,
): Promise<StaffRole | null> => {
  const row = await db
    .selectFrom('membership')
    .select('role')
    .where('staff_id', '=', staffId)
    .where('from_day', '<=', today)
    .where((at) => at.or([at('to_day', 'is', null), at('to_day', '>=', today)]))
    .orderBy('from_day')
    .orderBy('id')
    .executeTakeFirst()
  return row?.role ?? null
}

const countFailure = async (
  db: Transaction<DB>,
  staffId: string,
  failed: number,
  now: Temporal.Instant,
): Promise<void> => {
  await db
    .updateTable('credential')
    .set({
      failed_count: failed >= mostFailures ? 0 : failed,
      locked_until: failed >= mostFailures ? now.add({ minutes: lockedMinutes }) : null,
    })
    .where('staff_id', '=', staffId)
    .execute()
}

const credentialOf = (db: Transaction<DB>, name: string) =>
  db
    .selectFrom('credential')
    .innerJoin('staff', 'staff.id', 'credential.staff_id')
    .select(['credential.staff_id', 'password_hash', 'failed_count', 'locked_until'])
    .where('sign_in_name', '=', name.trim().toLowerCase())
    .where('staff.active', '=', true)
    .forUpdate('credential')
    .executeTakeFirst()

/** Checks a name and password. Eight wrong passwords in a row lock the account for fifteen minutes. */
export const signIn =
  (services: Services, db: Transaction<DB>) =>
  async (name: string, password: string): Promise<SignedIn> => {
    const now = services.clock.now()
    const credential = await credentialOf(db, name)
    if (credential === undefined) {
      await pretendToCheck(password)
      return { kind: 'wrong' }
    }
    if (credential.locked_until !== null && Temporal.Instant.compare(credential.locked_until, now) > 0)
      return { kind: 'locked' }
    if (!(await isPassword(password, credential.password_hash))) {
      await countFailure(db, credential.staff_id, credential.failed_count + 1, now)
      return { kind: 'wrong' }
    }
    await db
      .updateTable('credential')
      .set({ failed_count: 0, locked_until: null })
      .where('staff_id', '=', credential.staff_id)
      .execute()
    const role = await firstRole(db, credential.staff_id, dayOf(now))
    return role === null ? { kind: 'no_role' } : { kind: 'in', staffId: credential.staff_id, role }
  }
