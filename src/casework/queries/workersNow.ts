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

/** Whether a member of staff is somebody's named worker in one of these services now. */
export const isWorkerOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  staffId: string,
  services: readonly string[],
): Promise<boolean> =>
  (await tx.db
    .selectFrom('allocation')
    .select('id')
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .where('service_id', 'in', [...services])
    .where('to_day', 'is', null)
    .executeTakeFirst()) !== undefined

/** The allocation in a service that lasts, the oldest where there are several; nothing where they have no worker there. */
export const lastingAllocation = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceId: string,
): Promise<{ readonly id: string; readonly full_name: string } | undefined> =>
  tx.db
    .selectFrom('allocation')
    .innerJoin('staff', 'staff.id', 'allocation.staff_id')
    .select(['allocation.id', 'staff.full_name'])
    .where('allocation.person_id', '=', personId)
    .where('allocation.service_id', '=', serviceId)
    .where('allocation.to_day', 'is', null)
    .orderBy('allocation.from_day')
    .executeTakeFirst()
