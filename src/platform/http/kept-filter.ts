import { sql } from 'kysely'
import type { ReadTx } from '../database/transaction.ts'
import type { Request } from './route.ts'

const chosen = (search: URLSearchParams, names: readonly string[]): URLSearchParams =>
  new URLSearchParams([...search].filter(([name, value]) => names.includes(name) && value !== ''))

/**
 * The filters of a list: those in its address, which this person then finds again; where the address has none
 * of `names`, those they last used here. A link that takes all filters off must name one (`?show=all`).
 * `toKeep` says what of them is for another day too, where that is not all.
 */
export const keptFilter = async (
  tx: ReadTx,
  request: Pick<Request, 'actor' | 'url'>,
  names: readonly string[],
  toKeep: (filters: URLSearchParams) => URLSearchParams = (filters) => filters,
): Promise<URLSearchParams> => {
  const { searchParams, pathname } = request.url
  if (names.some((name) => searchParams.has(name))) {
    const filters = chosen(searchParams, names)
    const kept = toKeep(filters)
    await sql`insert into kept_filter (staff_id, page, query) values (${request.actor.staffId}, ${pathname}, ${kept.toString().slice(0, 1000)})
      on conflict (staff_id, page) do update set query = excluded.query where kept_filter.query <> excluded.query`.execute(
      tx.db,
    )
    return filters
  }
  const row = await tx.db
    .selectFrom('kept_filter')
    .select('query')
    .where('staff_id', '=', request.actor.staffId)
    .where('page', '=', pathname)
    .executeTakeFirst()
  return chosen(new URLSearchParams(row?.query ?? ''), names)
}
