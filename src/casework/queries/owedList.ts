import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { OwedRow } from './owedNow.ts'
import { isForReader, isMine, isOpen, type Reader, teamServices } from './team.ts'

/** What the list of everything owed is narrowed to; an empty word leaves it whole. */
export interface OwedFilter {
  readonly whose: '' | 'mine' | 'team'
  readonly standard: string
  readonly due: '' | 'overdue' | 'today' | 'later'
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

const due = (filter: OwedFilter, today: Temporal.PlainDate) =>
  ({
    '': sql`true`,
    overdue: sql`owed.due_on < ${today}`,
    today: sql`owed.due_on = ${today}`,
    later: sql`owed.due_on > ${today}`,
  })[filter.due]

/** Everything that the reader's team owes now, counted as Today counts it, overdue first, 50 a page. */
export const owedList = async (tx: ReadTx, reader: Reader, filter: OwedFilter): Promise<OwedList> => {
  const found = await sql<OwedRow & { readonly total: number }>`
    with owed as materialized (
      select distinct on (o.person_id, o.standard, o.subject_id)
        o.person_id, o.key, o.standard, o.pack, o.opens_on, o.due_on, o.subject_id
      from obligation o
      where o.service_id = any (${teamServices(reader)}) and ${isOpen(tx.today)} and ${isForReader(reader)}
        and (${filter.standard} = '' or o.standard = ${filter.standard}) and ${whose(reader, filter)}
      order by o.person_id, o.standard, o.subject_id, o.due_on),
    page as (
      select owed.*, count(*) over () as total from owed where ${due(filter, tx.today)}
      order by owed.due_on, owed.person_id, owed.key limit ${rowsAPage} offset ${(filter.page - 1) * rowsAPage})
    select page.*, p.given_name, p.family_name, p.known_as, l.wing
    from page join person p on p.id = page.person_id left join location l on l.person_id = page.person_id
    order by page.due_on, page.person_id, page.key`.execute(tx.db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}
