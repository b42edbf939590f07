import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

export interface OverdueByStandard {
  readonly standard: string
  readonly overdue: number
  readonly oldest: Temporal.PlainDate
}

export interface WorkerOverview {
  readonly staff_id: string
  readonly full_name: string
  readonly role: StaffRole
  readonly people: number
  readonly overdue: number
}

export interface UnallocatedRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly opens_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
}

/** What these services owe and is past its day, by standard, the most first. */
export const overdueByStandard = async (
  tx: ReadTx,
  services: readonly string[],
): Promise<readonly OverdueByStandard[]> => {
  const found = await sql<OverdueByStandard>`
    select o.standard, count(distinct (o.person_id, o.subject_id)) as overdue, min(o.due_on) as oldest from obligation o
    where o.service_id = any (${services}::uuid[]) and o.state = 'owed' and o.due_on < ${tx.today}
      and o.opens_on <= ${tx.today} and (o.lapses_on is null or o.lapses_on >= ${tx.today})
    group by o.standard order by overdue desc, o.standard limit 50`.execute(tx.db)
  return found.rows
}

/** Who works in these services, with how many people each, and how much of what their role owes to them is overdue. */
export const workersOverview = async (
  tx: ReadTx,
  services: readonly string[],
): Promise<readonly WorkerOverview[]> => {
  const found = await sql<WorkerOverview>`
    with held as materialized (
      select a.staff_id, a.person_id, a.as_role from membership m join allocation a on a.staff_id = m.staff_id and a.to_day is null
      where m.service_id = any (${services}::uuid[]) and a.service_id = m.service_id),
    late as materialized (
      select o.person_id, o.owner_role from obligation o
      where o.service_id = any (${services}::uuid[]) and o.state = 'owed' and o.due_on < ${tx.today}
        and o.opens_on <= ${tx.today} and (o.lapses_on is null or o.lapses_on >= ${tx.today}))
    select s.id as staff_id, s.full_name, m.role,
      (select count(distinct h.person_id) from held h where h.staff_id = s.id) as people,
      (select count(*) from held h join late on late.person_id = h.person_id and late.owner_role = h.as_role where h.staff_id = s.id) as overdue
    from membership m join staff s on s.id = m.staff_id and s.active
    where m.service_id = any (${services}::uuid[]) and m.from_day <= ${tx.today} and (m.to_day is null or m.to_day >= ${tx.today})
      and m.role in ('recovery_worker', 'coordinator', 'clinical', 'team_leader', 'community_worker', 'key_worker')
    order by overdue desc, people desc, s.full_name limit 100`.execute(tx.db)
  return found.rows
}

/** Who waits for a worker of these services to be named, the longest due first. */
export const unallocated = async (
  tx: ReadTx,
  services: readonly string[],
): Promise<readonly UnallocatedRow[]> => {
  const found = await sql<UnallocatedRow>`
    select o.person_id, o.opens_on, o.due_on, p.given_name, p.family_name, p.known_as
    from obligation o join person p on p.id = o.person_id
    where o.service_id = any (${services}::uuid[]) and o.standard = 'allocated_worker' and o.state = 'owed'
      and o.opens_on <= ${tx.today}
    order by o.due_on, o.person_id limit 50`.execute(tx.db)
  return found.rows
}
