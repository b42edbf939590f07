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
    overdue: sql`o.due_on < ${today}`,
    today: sql`o.due_on = ${today}`,
    later: sql`o.due_on > ${today}`,
  })[filter.due]

/** Everything that the reader's team owes now, overdue first, a page of 50 at a time. */
export const owedList = async (tx: ReadTx, reader: Reader, filter: OwedFilter): Promise<OwedList> => {
  const found = await sql<OwedRow & { readonly total: number }>`
    with page as (
      select o.person_id, o.key, o.standard, o.pack, o.opens_on, o.due_on, o.subject_id, count(*) over () as total
      from obligation o
      where o.service_id = any (${teamServices(reader)}) and ${isOpen(tx.today)} and ${isForReader(reader)}
        and ${due(filter, tx.today)} and (${filter.standard} = '' or o.standard = ${filter.standard})
        and ${whose(reader, filter)}
      order by o.due_on, o.person_id, o.key limit ${rowsAPage} offset ${(filter.page - 1) * rowsAPage})
    select page.*, true as mine, p.given_name, p.family_name, p.known_as, l.wing
    from page join person p on p.id = page.person_id left join location l on l.person_id = page.person_id
    order by page.due_on, page.person_id, page.key`.execute(tx.db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}
