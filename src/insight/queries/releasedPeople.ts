import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'
import { isoDay } from '../../platform/day.ts'
import type { Window } from '../continuity/index.ts'

/** People released in the window, in the order of their ids, `most` of them after `after`. */
export const releasedPeople = async (
  db: Pick<Kysely<DB>, 'selectFrom'>,
  { from, to, asOf }: Window,
  after: string,
  most: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('movement')
    .select('person_id')
    .distinct()
    .where('type', '=', 'release')
    .where('set_aside', '=', false)
    .where(sql<boolean>`day between ${isoDay(from)}::date and ${isoDay(Math.min(to, asOf))}::date`)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(most)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Before everybody. */
export const beforeAll = '00000000-0000-0000-0000-000000000000'
