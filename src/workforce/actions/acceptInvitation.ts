import type { Transaction } from 'kysely'
import { hashOfJoinCode, readJoinCode } from '../../platform/auth/join-code.ts'
import { hashPassword } from '../../platform/auth/password.ts'
import { forgetMethods } from '../../platform/auth/second-step/second-step.ts'
import type { DB } from '../../platform/database/schema.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { passwordFault } from '../rules.ts'

export interface Joining {
  readonly code: string
  readonly signInName: string
  readonly password: string
  readonly now: Temporal.Instant
}

const wrongCode = refused(
  'invalid',
  'This code is not right, was used already, or is over a week old. Check it, or ask your team leader for another',
  'code',
)

const invitationOf = async (db: Transaction<DB>, { code, now }: Joining) => {
  const bare = readJoinCode(code)
  if (bare === null) return undefined
  return db
    .selectFrom('invitation')
    .innerJoin('staff', 'staff.id', 'invitation.staff_id')
    .select(['invitation.id', 'invitation.staff_id'])
    .where('code_hash', '=', hashOfJoinCode(bare))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('staff.active', '=', true)
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('invitation as later')
            .select('later.id')
            .whereRef('later.staff_id', '=', 'invitation.staff_id')
            .whereRef('later.made_at', '>', 'invitation.made_at'),
        ),
      ),
    )
    .forUpdate('invitation')
    .executeTakeFirst()
}

const isTaken = async (db: Transaction<DB>, name: string, staffId: string): Promise<boolean> =>
  (await db
    .selectFrom('credential')
    .select('staff_id')
    .where('sign_in_name', '=', name)
    .where('staff_id', '<>', staffId)
    .executeTakeFirst()) !== undefined

/** Uses a code: sets the sign-in name and password of whoever it was made for, forgets codes and passkeys, and ends what was signed in before. Answers who. */
export const acceptInvitation = async (db: Transaction<DB>, joining: Joining): Promise<Result<string>> => {
  const invitation = await invitationOf(db, joining)
  if (invitation === undefined) return wrongCode
  const fault = passwordFault(joining.password)
  if (fault !== null) return refused('invalid', fault, 'password')
  const name = joining.signInName.trim().toLowerCase()
  if (await isTaken(db, name, invitation.staff_id))
    return refused('invalid', 'Somebody signs in with this name already. Choose another', 'sign_in_name')
  const chosen = {
    sign_in_name: name,
    password_hash: await hashPassword(joining.password),
    changed_at: joining.now,
  }
  await db
    .insertInto('credential')
    .values({ staff_id: invitation.staff_id, ...chosen })
    .onConflict((of) => of.column('staff_id').doUpdateSet(chosen))
    .execute()
  await db.updateTable('invitation').set({ used_at: joining.now }).where('id', '=', invitation.id).execute()
  await forgetMethods(db, invitation.staff_id)
  await db.deleteFrom('session').where('staff_id', '=', invitation.staff_id).execute()
  return ok(invitation.staff_id)
}
