import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

/** Somebody who left prison and whose treatment in the community has not started. */
export interface LeftUntreatedRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly released_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly total: number
}

/** Whom the reader's services are to start in treatment since they left; the longest out first. */
export const leftUntreated = async (tx: ReadTx, reader: Reader): Promise<readonly LeftUntreatedRow[]> => {
  const found = await sql<LeftUntreatedRow>`
    with untreated as (
      select w.person_id, w.released_on, o.due_on, count(*) over () as total
      from whereabouts w join obligation o on o.person_id = w.person_id and o.standard = 'continuity' and o.state = 'owed'
      where w.person_id = any (array(select i.person_id from involvement i
          where i.service_id = any (${reader.services}::uuid[]) and (i.until is null or i.until > ${tx.today})))
        and w.status = 'in_community' and w.released_on is not null and o.opens_on <= ${tx.today}
      order by w.released_on, w.person_id limit 10)
    select f.*, p.given_name, p.family_name, p.known_as
    from untreated f join person p on p.id = f.person_id order by f.released_on, f.person_id`.execute(tx.db)
  return found.rows
}
