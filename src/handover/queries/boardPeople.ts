import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Whose board: the prisons and the services of the reader. */
export interface BoardReader {
  readonly establishments: readonly string[]
  readonly services: readonly string[]
}

/** Somebody who leaves, or left and is not in treatment yet. */
export interface BoardPerson {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly establishment_code: string | null
  readonly establishment: string | null
  /** The day they leave or left. */
  readonly day: Temporal.PlainDate
  /** As recorded, before weekend, holiday and Friday rules. */
  readonly recorded_day: Temporal.PlainDate | null
  readonly warning: string | null
  readonly unplanned: boolean
  readonly reason_known: boolean
}

/** No board is longer: what is further ahead or older waits for a narrower window. */
const most = 600

const passedDays = 30

const person = sql`p.id, p.given_name, p.family_name, p.known_as`

/** People with an onward need who leave within `window` days, or should have left: the soonest first. */
export const leavingPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  { establishments, services }: BoardReader,
  window: number,
): Promise<readonly BoardPerson[]> => {
  const [from, to] = [tx.today.subtract({ days: passedDays }), tx.today.add({ days: window })]
  const found = await sql<BoardPerson>`
    with mine as materialized (
      select w.person_id from whereabouts w where w.establishment_code = any (${establishments}::text[])
        and w.working_release_date between ${from.toString()}::date and ${to.toString()}::date
      union
      select i.person_id from involvement i join whereabouts w on w.person_id = i.person_id
        where i.service_id = any (${services}::uuid[]) and i.ground in ('offer', 'episode', 'handover', 'allocation')
          and (i.until is null or i.until > ${tx.today.toString()}::date)
          and w.working_release_date between ${from.toString()}::date and ${to.toString()}::date)
    select ${person}, w.establishment_code, e.name as establishment, w.working_release_date as day,
      w.calculated_release_date as recorded_day, w.release_date_warning as warning, false as unplanned, true as reason_known
    from mine join whereabouts w on w.person_id = mine.person_id join person p on p.id = w.person_id
      left join establishment e on e.code = w.establishment_code
    where w.onward_need and w.status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit')
    order by w.working_release_date, p.family_name, p.id limit ${most}`.execute(tx.db)
  return found.rows
}

/** People who left within `days` and are owed a start of treatment: the longest out last. */
export const leftPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  { establishments, services }: BoardReader,
  days: number,
): Promise<readonly BoardPerson[]> => {
  const from = tx.today.subtract({ days })
  const found = await sql<BoardPerson>`
    with mine as materialized (
      select w.person_id from whereabouts w where w.released_from = any (${establishments}::text[]) and w.released_on >= ${from.toString()}::date
      union
      select i.person_id from involvement i join whereabouts w on w.person_id = i.person_id
        where i.service_id = any (${services}::uuid[]) and i.ground in ('offer', 'episode', 'handover', 'allocation', 'follow_up')
          and (i.until is null or i.until > ${tx.today.toString()}::date) and w.released_on >= ${from.toString()}::date)
    select ${person}, w.released_from as establishment_code, e.name as establishment, w.released_on as day,
      null::date as recorded_day, null::text as warning, coalesce(w.release_unplanned, false) as unplanned,
      coalesce(w.release_reason_known, true) as reason_known
    from mine join whereabouts w on w.person_id = mine.person_id join person p on p.id = w.person_id
      left join establishment e on e.code = w.released_from
    where w.status = 'in_community' and exists (
      select from obligation o where o.person_id = w.person_id and o.standard = 'continuity' and o.state = 'owed')
    order by w.released_on desc, p.family_name, p.id limit ${most}`.execute(tx.db)
  return found.rows
}
