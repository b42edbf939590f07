import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { OwedRow } from './owedNow.ts'
import { placeColumns, placeNow } from './placeNow.ts'
import { coveringFor, isForReader, isMine, isOfWorker, isOpen, type Reader, teamServices } from './team.ts'

/** What the list of everything owed is narrowed to; an empty word leaves it whole. */
export interface OwedFilter {
  readonly whose: '' | 'mine' | 'team'
  readonly standard: string
  readonly due: '' | 'overdue' | 'today' | 'later'
  /** A worker's id: what is owed to their people in their role. */
  readonly worker: string
  /** `landing`: in the order in which somebody walks the landings. */
  readonly order: '' | 'landing'
  readonly page: number
}

export interface OwedList {
  readonly rows: readonly OwedRow[]
  readonly total: number
}

const rowsAPage = 50

const whose = (reader: Reader, filter: OwedFilter) => {
  if (filter.whose === '') return sql`true`
  return filter.whose === 'mine' ? isMine(reader) : sql`not ${isMine(reader)}`
}

const ofWorker = (reader: Reader, { worker }: OwedFilter) =>
  worker === '' ? sql`true` : isOfWorker(worker, reader.services)

const due = (filter: OwedFilter, today: Temporal.PlainDate) =>
  ({
    '': sql`true`,
    overdue: sql`owed.due_on < ${today}`,
    today: sql`owed.due_on = ${today}`,
    later: sql`owed.due_on > ${today}`,
  })[filter.due]

/** Everything that the reader's team owes now, counted as Today counts it, overdue first, 50 a page. */
export const owedList = async (tx: ReadTx, reader: Reader, filter: OwedFilter): Promise<OwedList> => {
  const byLanding = filter.order === 'landing' ? sql`l.landing nulls last, owed.person_id, ` : sql``
  const landings = filter.order === 'landing' ? placeNow(sql`owed.person_id`) : sql``
  const found = await sql<OwedRow & { readonly total: number }>`
    with owed as materialized (
      select distinct on (o.person_id, o.standard, o.subject_id)
        o.person_id, o.key, o.standard, o.pack, o.opens_on, o.due_on, o.subject_id
      from obligation o
      where o.service_id = any (${teamServices(reader)}) and ${isOpen(tx.today)} and ${isForReader(reader)}
        and (${filter.standard} = '' or o.standard = ${filter.standard}) and ${whose(reader, filter)} and ${ofWorker(reader, filter)}
      order by o.person_id, o.standard, o.subject_id, o.due_on),
    page as (
      select owed.*, count(*) over () as total, row_number() over (order by ${byLanding}owed.due_on, owed.person_id, owed.key) as place
      from owed ${landings} where ${due(filter, tx.today)}
      order by place limit ${rowsAPage} offset ${(filter.page - 1) * rowsAPage})
    select page.*, p.given_name, p.family_name, p.known_as, ${placeColumns}, ${coveringFor(reader, sql`page.person_id`)} as covering_for
    from page join person p on p.id = page.person_id ${placeNow(sql`page.person_id`)} order by page.place`.execute(
    tx.db,
  )
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}
