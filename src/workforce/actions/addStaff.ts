import { hashPassword } from '../../platform/auth/password.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { passwordFault } from '../rules.ts'

export interface NewStaff {
  readonly name: string
  /** Lower case; what they type. */
  readonly signInName: string
  readonly password: string
  readonly memberships: readonly {
    readonly serviceId: string
    readonly role: StaffRole
    readonly from: Temporal.PlainDate
  }[]
}

const organisationOf = async (tx: WriteTx, serviceId: string): Promise<string | undefined> =>
  (await tx.db.selectFrom('service').select('organisation_id').where('id', '=', serviceId).executeTakeFirst())
    ?.organisation_id

/** Adds a member of staff with a local account; refuses a password that breaks the rules, or a name that is taken. */
export const addStaff = async (tx: WriteTx, staff: NewStaff): Promise<Result<string>> => {
  const fault = passwordFault(staff.password)
  if (fault !== null) return refused('invalid', fault, 'password')
  const taken = await tx.db
    .selectFrom('credential')
    .select('staff_id')
    .where('sign_in_name', '=', staff.signInName)
    .executeTakeFirst()
  if (taken !== undefined)
    return refused('invalid', 'Somebody signs in with this name already. Choose another', 'sign_in_name')
  const [first] = staff.memberships
  const organisation_id = first === undefined ? undefined : await organisationOf(tx, first.serviceId)
  if (organisation_id === undefined) return refused('invalid', 'Choose the service they work in', 'service')
  const id = tx.ids.next()
  await tx.db
    .insertInto('staff')
    .values({ id, organisation_id, full_name: staff.name, created_at: tx.now })
    .execute()
  await tx.db
    .insertInto('credential')
    .values({
      staff_id: id,
      sign_in_name: staff.signInName,
      password_hash: await hashPassword(staff.password),
      changed_at: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('membership')
    .values(
      staff.memberships.map(({ serviceId, role, from }) => ({
        id: tx.ids.next(),
        staff_id: id,
        service_id: serviceId,
        role,
        from_day: from,
        to_day: null,
      })),
    )
    .execute()
  return ok(id)
}
