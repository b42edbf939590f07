import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Leave } from '../model.ts'

/** One leave of a colleague, or nothing. */
export const leaveWith = (tx: Pick<ReadTx, 'db'>, leaveId: string): Promise<Leave | undefined> =>
  tx.db
    .selectFrom('staff_leave as l')
    .innerJoin('staff', 'staff.id', 'l.staff_id')
    .select(['l.id', 'l.staff_id', 'staff.full_name', 'l.from_day', 'l.returns_on', 'l.version'])
    .where('l.id', '=', leaveId)
    .executeTakeFirst()

/** Who of these services is away now or later, the first to go first. */
export const leaveAhead = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  services: readonly string[],
): Promise<readonly Leave[]> => {
  const found = await sql<Leave>`
    select l.id, l.staff_id, s.full_name, l.from_day, l.returns_on, l.version
    from staff_leave l join staff s on s.id = l.staff_id and s.active
    where l.returns_on > greatest(${tx.today}, l.from_day) and l.staff_id in (
      select m.staff_id from membership m where m.service_id = any (${services}::uuid[]) and (m.to_day is null or m.to_day >= ${tx.today}))
    order by l.from_day, s.full_name limit 100`.execute(tx.db)
  return found.rows
}

/** How a day of return was moved, the newest first. */
export interface MovedDay {
  readonly returned_on: Temporal.PlainDate
  readonly why: string
  readonly by: string | null
  readonly recorded_at: Temporal.Instant
}

/** The days of return of a leave until now, with why each moved. */
export const movedDays = async (tx: Pick<ReadTx, 'db'>, leaveId: string): Promise<readonly MovedDay[]> => {
  const found = await sql<MovedDay>`
    select c.returned_on, c.why, s.full_name as by, c.recorded_at from staff_leave_change c left join staff s on s.id = c.recorded_by
    where c.leave_id = ${leaveId} order by c.recorded_at desc, c.id desc limit 20`.execute(tx.db)
  return found.rows
}
