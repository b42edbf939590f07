import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** One worker of a service: in which role, what they carry, and until when they are away. */
export interface CarriedBy {
  readonly full_name: string
  readonly role: StaffRole
  readonly places: number
  readonly most: number | null
  readonly away_until: Temporal.PlainDate | null
}

/** What a worker carries in a service on a day; nothing where they do not work with people there then. */
export const carriedBy = async (
  tx: Pick<ReadTx, 'db'>,
  staffId: string,
  serviceId: string,
  day: Temporal.PlainDate,
): Promise<CarriedBy | undefined> => {
  const found = await sql<CarriedBy>`
    select s.full_name, m.role,
      (select coalesce(sum(coalesce((select x.level from complexity x where x.allocation_id = a.id order by x.recorded_at desc, x.id desc limit 1), 1)), 0)::int
        from allocation a where a.staff_id = s.id and a.service_id = m.service_id and a.to_day is null) as places,
      (select w.places from worker_limit w where w.service_id = m.service_id and w.staff_id = s.id order by w.set_at desc, w.id desc limit 1) as most,
      (select max(l.returns_on) from staff_leave l where l.staff_id = s.id and l.from_day <= ${day} and l.returns_on > ${day}) as away_until
    from membership m join staff s on s.id = m.staff_id and s.active
    where m.staff_id = ${staffId} and m.service_id = ${serviceId} and m.from_day <= ${day} and (m.to_day is null or m.to_day >= ${day})
      and m.role not in ('administrator', 'commissioner', 'peer_mentor')
    order by m.from_day limit 1`.execute(tx.db)
  return found.rows[0]
}
