import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { coverTables } from './covering.ts'

/** Somebody whose worker is away, and who covers: null where nobody does yet. */
export interface CoveredPerson {
  readonly allocation_id: string
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly service_id: string
  readonly as_role: StaffRole
  readonly cover_id: string | null
  readonly covered_by: string | null
}

/** The people of somebody who is away, in these services, each with who covers them during this leave. */
export const coverOf = async (
  tx: Pick<ReadTx, 'db'>,
  leave: { readonly id: string; readonly staff_id: string },
  services: readonly string[],
): Promise<readonly CoveredPerson[]> => {
  const found = await sql<CoveredPerson>`
    select a.id as allocation_id, a.person_id, p.given_name, p.family_name, p.known_as, a.service_id, a.as_role,
      c.id as cover_id, s.full_name as covered_by
    from allocation a join person p on p.id = a.person_id
      left join cover c on c.allocation_id = a.id and c.leave_id = ${leave.id} and c.to_day is null
      left join staff s on s.id = c.staff_id
    where a.staff_id = ${leave.staff_id} and a.to_day is null and a.service_id = any (${services}::uuid[])
    order by s.full_name nulls first, p.family_name, p.given_name, a.id limit 300`.execute(tx.db)
  return found.rows
}

/** How many of somebody's people are covered during a leave, and how many are not. */
export interface CoverCount {
  readonly leave_id: string
  readonly people: number
  readonly covered: number
  readonly by: readonly string[]
}

/** The same, counted for each leave. */
export const coverCounts = async (
  tx: Pick<ReadTx, 'db'>,
  leaves: readonly string[],
  services: readonly string[],
): Promise<ReadonlyMap<string, CoverCount>> => {
  const found = await sql<CoverCount>`
    select l.id as leave_id, count(*) as people, count(c.id) as covered,
      coalesce(array_agg(distinct s.full_name) filter (where s.full_name is not null), '{}') as by
    from staff_leave l join allocation a on a.staff_id = l.staff_id and a.to_day is null and a.service_id = any (${services}::uuid[])
      left join cover c on c.allocation_id = a.id and c.leave_id = l.id and c.to_day is null
      left join staff s on s.id = c.staff_id
    where l.id = any (${leaves}::uuid[]) group by 1`.execute(tx.db)
  return new Map(found.rows.map((row) => [row.leave_id, row]))
}

/** Everybody who was ever covered during a leave: whose involvement its days decide. */
export const everCovered = async (tx: Pick<ReadTx, 'db'>, leaveId: string): Promise<readonly string[]> => {
  const found = await sql<{
    person_id: string
  }>`select distinct c.person_id from ${coverTables} where l.id = ${leaveId}`.execute(tx.db)
  return found.rows.map(({ person_id }) => person_id)
}
