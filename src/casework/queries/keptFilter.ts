import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/**
 * The filter of a list: the one in the address, which is kept for next time; without one, the one kept last;
 * empty where there is neither. `page` names the list.
 */
export const keptFilter = async (
  tx: ReadTx,
  staffId: string,
  page: string,
  given: URLSearchParams,
): Promise<URLSearchParams> => {
  if (given.size > 0) {
    const query = new URLSearchParams([...given].filter(([name]) => name !== 'page')).toString()
    await sql`insert into kept_filter (staff_id, page, query) values (${staffId}, ${page}, ${query})
      on conflict (staff_id, page) do update set query = excluded.query
      where kept_filter.query <> excluded.query`.execute(tx.db)
    return given
  }
  const kept = await tx.db
    .selectFrom('kept_filter')
    .select('query')
    .where('staff_id', '=', staffId)
    .where('page', '=', page)
    .executeTakeFirst()
  return new URLSearchParams(kept?.query ?? '')
}
