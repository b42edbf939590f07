import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { BoardReader } from './boardPeople.ts'

/** Of those who left this month owed a start of treatment, how many have started. */
export interface MonthFigure {
  readonly releases: number
  readonly started: number
}

/** Releases of this calendar month from the reader's prisons, or followed by their services. */
export const monthFigure = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  { establishments, services }: BoardReader,
): Promise<MonthFigure> => {
  const first = tx.today.with({ day: 1 })
  const found = await sql<MonthFigure>`
    select count(*)::integer as releases, (count(*) filter (where state = 'met'))::integer as started from (
      select o.person_id, o.key, o.state from movement m
        join obligation o on o.person_id = m.person_id and o.standard = 'continuity' and o.opens_on = m.day
        where m.establishment_code = any (${establishments}::text[]) and m.type = 'release' and not m.set_aside
          and m.day between ${first.toString()}::date and ${tx.today.toString()}::date and o.state in ('owed', 'met')
      union
      select o.person_id, o.key, o.state from obligation o
        where o.service_id = any (${services}::uuid[]) and o.standard = 'continuity' and o.due_on >= ${first.toString()}::date
          and o.opens_on between ${first.toString()}::date and ${tx.today.toString()}::date and o.state in ('owed', 'met')) counted`.execute(
    tx.db,
  )
  return found.rows[0] ?? { releases: 0, started: 0 }
}
