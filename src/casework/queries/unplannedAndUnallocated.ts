import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { isOpen, type Reader, teamServices } from './team.ts'

export interface WaitingRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly standard: 'call_sheet' | 'allocated_worker'
  readonly opens_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly released_on: Temporal.PlainDate | null
  /** How many there are of this standard. */
  readonly total: number
}

/** Who left without a hand-over and is to be rung, and who waits for a worker; the longest due first. */
export const unplannedAndUnallocated = async (tx: ReadTx, reader: Reader): Promise<readonly WaitingRow[]> => {
  const found = await sql<WaitingRow>`
    with waiting as (
      select o.person_id, o.standard, o.opens_on, o.due_on,
        count(*) over (partition by o.standard) as total,
        row_number() over (partition by o.standard order by o.due_on, o.person_id) as place
      from obligation o
      where o.service_id = any (${teamServices(reader)}) and ${isOpen(tx.today)}
        and o.standard in ('call_sheet', 'allocated_worker'))
    select f.person_id, f.standard, f.opens_on, f.due_on, f.total, p.given_name, p.family_name, p.known_as, w.released_on
    from waiting f join person p on p.id = f.person_id left join whereabouts w on w.person_id = f.person_id
    where f.place <= 10 order by f.due_on, f.person_id`.execute(tx.db)
  return found.rows
}
