import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Reader } from './team.ts'

/** Standards that somebody on a list still waits for, the most urgent first. */
export interface StillOwed {
  readonly standard: string
  readonly subject: string | null
  /** `YYYY-MM-DD`. */
  readonly due: string
}

export interface CameInRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly arrived_at: Temporal.Instant
  readonly arrived_by: 'admission' | 'transfer_in'
  /** The prison they came from, by name. */
  readonly from_prison: string | null
  readonly in_treatment_since: Temporal.PlainDate | null
  readonly owed: readonly StillOwed[]
  readonly total: number
}

/** Who was received by the reader's prisons since a day and is still there, newest first, with what is due. */
export const cameIn = async (
  tx: ReadTx,
  reader: Reader,
  since: Temporal.PlainDate,
): Promise<readonly CameInRow[]> => {
  if (reader.prisons.length === 0) return []
  const found = await sql<CameInRow>`
    with arrived as (
      select w.person_id, w.arrived_at, w.arrived_by, w.arrived_from, t.in_treatment_since, count(*) over () as total
      from whereabouts w left join treatment_need t on t.person_id = w.person_id
      where w.establishment_code = any (${reader.prisons}::text[]) and w.arrived_on >= ${since} and w.arrived_on <= ${tx.today}
        and w.status in ('in_custody', 'at_court', 'in_hospital') and w.arrived_at is not null
      order by w.arrived_at desc limit 12)
    select a.*, p.given_name, p.family_name, p.known_as, coalesce(e.name, a.arrived_from) as from_prison,
      coalesce((select json_agg(json_build_object('standard', o.standard, 'subject', o.subject_id, 'due', o.due_on) order by o.due_on, o.key)
        from obligation o where o.person_id = a.person_id and o.state = 'owed' and o.opens_on <= ${tx.today}
          and (o.lapses_on is null or o.lapses_on >= ${tx.today})), '[]') as owed
    from arrived a join person p on p.id = a.person_id
      left join establishment e on e.code = a.arrived_from
    order by a.arrived_at desc`.execute(tx.db)
  return found.rows
}
