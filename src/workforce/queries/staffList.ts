import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

export type StaffState = 'here' | 'invited' | 'left'

/** One member of staff of the services whose accounts the reader keeps. */
export interface ListedStaff {
  readonly id: string
  readonly full_name: string
  readonly state: StaffState
  readonly posts: readonly {
    readonly role: StaffRole
    readonly service: string
    readonly to: string | null
  }[]
  readonly total: number
}

const staffPageSize = 50

/** Staff of the reader's services, or of one of them, by name: fifty a page, from page 1. */
export const staffList = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  services: readonly string[],
  state: StaffState | null,
  page: number,
): Promise<readonly ListedStaff[]> => {
  const today = tx.today.toString()
  const found = await sql<ListedStaff>`
    with theirs as (
      select t.id, t.full_name,
        case when not t.active or not bool_or(m.to_day is null or m.to_day >= ${today}::date) then 'left'
          when bool_or(has_account(t.id)) then 'here' else 'invited' end as state,
        json_agg(json_build_object('role', m.role, 'service', s.name, 'to', m.to_day) order by s.name, m.role)
          filter (where m.to_day is null or m.to_day >= ${today}::date) as posts
      from membership m join staff t on t.id = m.staff_id join service s on s.id = m.service_id
      where m.service_id = any (${services}::uuid[]) group by t.id)
    select id, full_name, state, coalesce(posts, '[]') as posts, count(*) over () as total from theirs
    where ${state}::text is null or state = ${state} order by full_name, id
    limit ${staffPageSize} offset ${(page - 1) * staffPageSize}`.execute(tx.db)
  return found.rows
}
