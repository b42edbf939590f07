import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { StillOwed } from './cameIn.ts'
import type { Reader } from './team.ts'

export interface LeavingRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly working_release_date: Temporal.PlainDate
  /** As calculated, before weekend, holiday and Friday rules. */
  readonly calculated_release_date: Temporal.PlainDate | null
  readonly owed: readonly StillOwed[]
  readonly total: number
}

/** Of the prisons where the reader works; in the community, of those their services are to receive. */
const ours = (reader: Reader): RawBuilder<boolean> =>
  reader.prisons.length > 0
    ? sql`w.establishment_code = any (${reader.prisons}::text[])`
    : sql`w.person_id = any (array(select i.person_id from involvement i
        where i.service_id = any (${reader.services}::uuid[]) and i.until is null))`

/**
 * Who leaves within so many days with an onward need, soonest first, with what is still owed to them; and who
 * is still there though the date has passed as many days ago.
 */
export const leavingSoon = async (
  tx: ReadTx,
  reader: Reader,
  days: number,
): Promise<readonly LeavingRow[]> => {
  const found = await sql<LeavingRow>`
    with leaving as (
      select w.person_id, w.working_release_date, w.calculated_release_date, count(*) over () as total
      from whereabouts w left join treatment_need t on t.person_id = w.person_id
      where ${ours(reader)} and w.working_release_date between ${tx.today.subtract({ days })} and ${tx.today.add({ days })}
        and (t.onward_need or (t.onward_need is null and needs_as_seen(w.person_id))) and w.status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release')
      order by w.working_release_date, w.person_id limit 12)
    select f.*, p.given_name, p.family_name, p.known_as,
      coalesce((select json_agg(json_build_object('standard', o.standard, 'subject', o.subject_id, 'due', o.due_on) order by o.due_on, o.key)
        from obligation o where o.person_id = f.person_id and o.state = 'owed' and o.opens_on <= ${tx.today}
          and (o.lapses_on is null or o.lapses_on >= ${tx.today})), '[]') as owed
    from leaving f join person p on p.id = f.person_id
    order by f.working_release_date, f.person_id`.execute(tx.db)
  return found.rows
}
