import type { Actor } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A member of staff of the reader's services, now or before. */
export interface TeamMember {
  readonly id: string
  readonly full_name: string
  readonly role: StaffRole
}

const members = (tx: ReadTx, services: readonly string[]) =>
  tx.db
    .selectFrom('membership')
    .innerJoin('staff', 'staff.id', 'membership.staff_id')
    .select(['staff.id', 'staff.full_name', 'membership.role'])
    .distinctOn('staff.id')
    .where('membership.service_id', 'in', [...services])

/** Everybody who works, or worked, in the reader's services; by name. */
export const staffOfTeam = async (
  tx: ReadTx,
  { services }: Pick<Actor, 'services'>,
): Promise<readonly TeamMember[]> => {
  const found = await members(
    tx,
    services.map(({ id }) => id),
  )
    .orderBy('staff.id')
    .orderBy('membership.from_day', 'desc')
    .limit(200)
    .execute()
  return found.toSorted((one, other) => one.full_name.localeCompare(other.full_name))
}

/** One of them; undefined for anybody else. */
export const memberOfTeam = (
  tx: ReadTx,
  { services }: Pick<Actor, 'services'>,
  staffId: string,
): Promise<TeamMember | undefined> =>
  members(
    tx,
    services.map(({ id }) => id),
  )
    .where('staff.id', '=', staffId)
    .orderBy('staff.id')
    .orderBy('membership.from_day', 'desc')
    .executeTakeFirst()
