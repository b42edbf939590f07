import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

export interface WorkerNow {
  readonly staff_id: string
  readonly full_name: string
  readonly as_role: StaffRole
  readonly from_day: Temporal.PlainDate
}

/** Who works with somebody by name in a service today. */
export const workersNow = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceId: string,
): Promise<readonly WorkerNow[]> =>
  tx.db
    .selectFrom('allocation')
    .innerJoin('staff', 'staff.id', 'allocation.staff_id')
    .select(['allocation.staff_id', 'staff.full_name', 'allocation.as_role', 'allocation.from_day'])
    .where('allocation.person_id', '=', personId)
    .where('allocation.service_id', '=', serviceId)
    .where('allocation.to_day', 'is', null)
    .orderBy('allocation.from_day')
    .execute()
