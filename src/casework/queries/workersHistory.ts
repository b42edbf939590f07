import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** One time with one worker: from when to when, by whom, why, and who covered meanwhile. */
export interface TimeWithWorker {
  readonly id: string
  readonly staff_id: string
  readonly worker: string
  readonly as_role: StaffRole
  readonly service: string
  readonly from_day: Temporal.PlainDate
  readonly to_day: Temporal.PlainDate | null
  readonly by: string | null
  readonly why: string | null
  readonly over_limit_why: string | null
  readonly ended_why: string | null
  readonly ended_by: string | null
  readonly handed_back: boolean
  /** What was recorded of how much work they are, the newest first, as far as the reader may know. */
  readonly complexity: readonly {
    readonly level: number
    readonly why: string
    readonly day: string
    readonly by: string | null
  }[]
  /** Days are ISO text. */
  readonly covered: readonly { readonly by: string; readonly from: string; readonly until: string }[]
}

/** Who worked with somebody and why, the newest first, at most 200. */
export const workersHistory = async (tx: ReadTx, personId: string): Promise<readonly TimeWithWorker[]> => {
  const found = await sql<TimeWithWorker>`
    select a.id, a.staff_id, s.full_name as worker, a.as_role, v.name as service, a.from_day, a.to_day, b.full_name as by, a.why, a.over_limit_why,
      a.ended_why, e.full_name as ended_by, a.handed_back,
      coalesce((select json_agg(json_build_object('level', x.level, 'why', x.why, 'day', london_day(x.recorded_at), 'by', t.full_name) order by x.recorded_at desc, x.id desc)
        from complexity x left join staff t on t.id = x.recorded_by where x.allocation_id = a.id), '[]') as complexity,
      coalesce((select json_agg(json_build_object('by', t.full_name, 'from', greatest(c.from_day, l.from_day, a.from_day),
          'until', least(l.returns_on, c.to_day, a.to_day)) order by l.from_day desc, c.from_day desc)
        from cover c join staff_leave l on l.id = c.leave_id join staff t on t.id = c.staff_id
        where c.allocation_id = a.id and greatest(c.from_day, l.from_day, a.from_day) < least(l.returns_on, c.to_day, a.to_day)), '[]') as covered
    from allocation a join staff s on s.id = a.staff_id join service v on v.id = a.service_id
      left join staff b on b.id = a.recorded_by left join staff e on e.id = a.ended_by
    where a.person_id = ${personId} order by a.to_day desc nulls first, a.from_day desc, a.id desc limit 200`.execute(
    tx.db,
  )
  return found.rows
}
