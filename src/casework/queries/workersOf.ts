import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

export interface WorkerLoad {
  readonly staff_id: string
  readonly full_name: string
  readonly role: StaffRole
  /** People they are allocated to in this service today, as far as the reader may know. */
  readonly people: number
}

/** Who works with people in a service today, and with how many each: workers before coordinators and leaders, fewest first. */
export const workersOf = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  serviceId: string,
): Promise<readonly WorkerLoad[]> => {
  const found = await sql<WorkerLoad>`
    select s.id as staff_id, s.full_name, m.role,
      (select count(*) from allocation a where a.staff_id = s.id and a.to_day is null and a.service_id = ${serviceId}) as people
    from membership m join staff s on s.id = m.staff_id and s.active
    where m.service_id = ${serviceId} and m.from_day <= ${tx.today} and (m.to_day is null or m.to_day >= ${tx.today})
      and m.role in ('recovery_worker', 'coordinator', 'clinical', 'team_leader', 'community_worker', 'key_worker')
    order by m.role in ('coordinator', 'team_leader'), people, s.full_name limit 100`.execute(tx.db)
  return found.rows
}
