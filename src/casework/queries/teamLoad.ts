import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { coversToday, coverTables } from './covering.ts'

/** What one worker carries in one service today. */
export interface WorkerLoad {
  readonly staff_id: string
  readonly full_name: string
  readonly role: StaffRole
  readonly service_id: string
  readonly service: string
  readonly people: number
  /** People weighted by complexity; one without a recorded complexity takes one place. */
  readonly places: number
  /** Places they can carry; null: no limit is set. */
  readonly most: number | null
  /** Of what their role owes to their people. */
  readonly overdue: number
  /** People they cover for colleagues today. */
  readonly covering: number
  /** Away today, and back on that day; null where they are here. */
  readonly away_until: Temporal.PlainDate | null
}

/** Who works with people in these services, side by side: workers before coordinators and leaders, the most loaded last. */
export const teamLoad = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  services: readonly string[],
): Promise<readonly WorkerLoad[]> => {
  const found = await sql<WorkerLoad>`
    with held as materialized (
      select a.staff_id, a.service_id, a.person_id, a.as_role, coalesce(x.level, 1) as level from allocation a
        left join lateral (select x.level from complexity x where x.allocation_id = a.id order by x.recorded_at desc, x.id desc limit 1) x on true
      where a.service_id = any (${services}::uuid[]) and a.to_day is null),
    carried as (select staff_id, service_id, count(*) as people, sum(level)::int as places from held group by 1, 2),
    late as materialized (
      select o.person_id, o.owner_role, count(distinct (o.standard, o.subject_id)) as things from obligation o
      where o.service_id = any (${services}::uuid[]) and o.state = 'owed' and o.due_on < ${tx.today}
        and o.opens_on <= ${tx.today} and (o.lapses_on is null or o.lapses_on >= ${tx.today}) group by 1, 2),
    behind as (select h.staff_id, h.service_id, sum(late.things)::int as overdue
      from held h join late on late.person_id = h.person_id and late.owner_role = h.as_role group by 1, 2),
    covered as (select c.staff_id, c.service_id, count(*) as people from ${coverTables}
      where c.service_id = any (${services}::uuid[]) and ${coversToday} group by 1, 2)
    select s.id as staff_id, s.full_name, m.role, m.service_id, v.name as service,
      coalesce(carried.people, 0) as people, coalesce(carried.places, 0) as places, lim.places as most,
      coalesce(behind.overdue, 0) as overdue, coalesce(covered.people, 0) as covering, away.returns_on as away_until
    from membership m join staff s on s.id = m.staff_id and s.active join service v on v.id = m.service_id
      left join carried on carried.staff_id = s.id and carried.service_id = m.service_id
      left join behind on behind.staff_id = s.id and behind.service_id = m.service_id
      left join covered on covered.staff_id = s.id and covered.service_id = m.service_id
      left join lateral (select w.places from worker_limit w where w.service_id = m.service_id and w.staff_id = s.id order by w.set_at desc, w.id desc limit 1) lim on true
      left join lateral (select max(l.returns_on) as returns_on from staff_leave l
        where l.staff_id = s.id and l.from_day <= ${tx.today} and l.returns_on > ${tx.today}) away on true
    where m.service_id = any (${services}::uuid[]) and m.from_day <= ${tx.today} and (m.to_day is null or m.to_day >= ${tx.today})
      and m.role not in ('administrator', 'commissioner', 'peer_mentor', 'strategy_lead', 'facilitator')
    order by m.role in ('coordinator', 'team_leader'), carried.places nulls first, s.full_name limit 200`.execute(
    tx.db,
  )
  return found.rows
}
