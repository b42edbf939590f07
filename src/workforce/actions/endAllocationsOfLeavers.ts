import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

interface Left {
  readonly id: string
  readonly person_id: string
  readonly last_day: Temporal.PlainDate
}

/**
 * Ends the allocations of those who hold no role in the service any more, on their last day there: the people are
 * without a worker from then on, and the team leader owes them one. Answers how many ended.
 */
export const endAllocationsOfLeavers = async (tx: WriteTx): Promise<number> => {
  const today = tx.today.toString()
  const { rows } = await sql<Left>`
    select a.id, a.person_id, greatest(a.from_day, (select max(m.to_day) from membership m where m.staff_id = a.staff_id and m.service_id = a.service_id)) as last_day
    from allocation a where a.to_day is null and not exists (
      select from membership m join staff t on t.id = m.staff_id and t.active
      where m.staff_id = a.staff_id and m.service_id = a.service_id and (m.to_day is null or m.to_day >= ${today}::date))
    order by a.person_id limit 2000`.execute(tx.db)
  if (rows.length === 0) return 0
  const locked = await tx.lock(...rows.map(({ person_id }) => person_id))
  if (!locked.ok) return 0
  for (const { id, last_day } of rows)
    await tx.db
      .updateTable('allocation')
      .set({ to_day: last_day, ended_why: 'The worker left the service' })
      .where('id', '=', id)
      .execute()
  return rows.length
}
