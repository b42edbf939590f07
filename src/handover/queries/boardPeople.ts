import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { attemptsSince, type BoardAttempts } from './boardAttempts.ts'
import { type BoardFacts, packFacts } from './boardFacts.ts'

/** Whose board: the prisons where the reader's teams work, and the community services they work in. */
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
  /** The first day of the stay that this is about. */
  readonly admitted_on: Temporal.PlainDate | null
  /** As recorded, before weekend, holiday and Friday rules. */
  readonly recorded_day: Temporal.PlainDate | null
  readonly warning: string | null
  readonly unplanned: boolean
  readonly reason_known: boolean
}

/** Somebody who is to leave, with what is recorded of their release pack. */
export interface BoardLeaver extends BoardPerson, BoardFacts {}

/** Somebody who left, with what was tried since. */
export interface BoardLeft extends BoardPerson, BoardAttempts {}

/** No board is longer: what is further ahead or older waits for a narrower window. */
const most = 600

const passedDays = 30

const person = sql`p.id, p.given_name, p.family_name, p.known_as`

type Select = RawBuilder<unknown>

const hasNone = (reader: BoardReader): boolean => reader.establishments.length + reader.services.length === 0

/** People of the reader's prisons, of their community services, or both: only the ways in that they have are asked. */
const ofReader = (reader: BoardReader, inPrison: Select, inService: Select): Select =>
  sql.join(
    [
      ...(reader.establishments.length === 0 ? [] : [inPrison]),
      ...(reader.services.length === 0 ? [] : [inService]),
    ],
    sql` union `,
  )

/** Begins with the reader's own people: there are ten thousand who leave soon, and a few hundred whom a service works with. */
const involvedWith = ({ services }: BoardReader, today: Temporal.PlainDate, columns: Select): Select => sql`
  select ${columns} from whereabouts w where w.person_id = any (array(select i.person_id from involvement i
    where i.service_id = any (${services}::uuid[]) and i.ground in ('offer', 'episode', 'handover', 'allocation')
      and (i.until is null or i.until > ${today.toString()}::date)))`

/** People with an onward need who leave within `window` days, or should have left: the soonest first. */
export const leavingPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  reader: BoardReader,
  window: number,
): Promise<readonly BoardLeaver[]> => {
  if (hasNone(reader)) return []
  const [from, to] = [tx.today.subtract({ days: passedDays }), tx.today.add({ days: window })]
  const leaves = sql`w.working_release_date between ${from.toString()}::date and ${to.toString()}::date
    and w.status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit')`
  const columns = sql`w.person_id, w.establishment_code, w.working_release_date as day, w.admitted_on,
    w.calculated_release_date as recorded_day, w.release_date_warning as warning`
  const found = await sql<BoardLeaver>`
    with mine as materialized (${ofReader(
      reader,
      sql`select ${columns} from whereabouts w where w.establishment_code = any (${reader.establishments}::text[]) and ${leaves}`,
      sql`${involvedWith(reader, tx.today, columns)} and ${leaves}`,
    )}),
    needing as materialized (
      select m.* from mine m left join treatment_need t on t.person_id = m.person_id
      where t.onward_need or (t.onward_need is null and needs_as_seen(m.person_id))
      order by m.day, m.person_id limit ${most})
    select ${person}, w.establishment_code, e.name as establishment, w.day, w.admitted_on, w.recorded_day, w.warning,
      false as unplanned, true as reason_known, pack.*
    from needing w join person p on p.id = w.person_id left join establishment e on e.code = w.establishment_code
      cross join ${packFacts} pack
    order by w.day, p.family_name, p.id`.execute(tx.db)
  return found.rows
}

/** People who left within `days` and are owed a start of treatment: the longest out last. */
export const leftPeople = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  reader: BoardReader,
  days: number,
): Promise<readonly BoardLeft[]> => {
  if (hasNone(reader)) return []
  const left = sql`w.released_on >= ${tx.today.subtract({ days }).toString()}::date`
  const columns = sql`w.person_id, w.released_from as establishment_code, w.released_on as day, w.admitted_on, w.status,
    coalesce(w.release_unplanned, false) as unplanned, coalesce(w.release_reason_known, true) as reason_known`
  const found = await sql<BoardLeft>`
    with mine as materialized (${ofReader(
      reader,
      sql`select ${columns} from whereabouts w where w.released_from = any (${reader.establishments}::text[]) and ${left}`,
      sql`${involvedWith(reader, tx.today, columns)} and ${left}`,
    )}),
    followed as materialized (
      select m.* from mine m where m.status = 'in_community' and exists (
        select from obligation o where o.person_id = m.person_id and o.standard = 'continuity' and o.state = 'owed')
      order by m.day desc, m.person_id limit ${most})
    select ${person}, w.establishment_code, e.name as establishment, w.day, w.admitted_on,
      null::date as recorded_day, null::text as warning, w.unplanned, w.reason_known, tried.*
    from followed w join person p on p.id = w.person_id left join establishment e on e.code = w.establishment_code
      cross join ${attemptsSince} tried
    order by w.day desc, p.family_name, p.id`.execute(tx.db)
  return found.rows
}
