import { type Kysely, sql } from 'kysely'
import type { DB } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { KeptTeam } from '../model.ts'

const teams = sql<KeptTeam>`
  select s.id, s.name, coalesce(e.name, s.town) as place, s.live_from, c.changes, c.set_by, c.set_at, c.people, c.derived, c.ended_at,
    count(*) over ()::integer as total
  from service s left join establishment e on e.code = s.establishment_code
    left join lateral (select count(*) over ()::integer as changes, m.full_name as set_by, l.set_at, l.people, l.derived, l.ended_at
      from live_from_change l join staff m on m.id = l.set_by where l.service_id = s.id order by l.set_at desc, l.id desc limit 1) c on true
  where s.registered and administers(s.organisation_id)`

/** The teams of the organisations that the reader administers, by name; fifty a page. */
export const keptTeams = async (tx: ReadTx, page: number): Promise<readonly KeptTeam[]> =>
  (await sql<KeptTeam>`${teams} order by s.name, s.id limit 50 offset ${(page - 1) * 50}`.execute(tx.db)).rows

/** One of them. */
export const keptTeam = async (
  tx: { readonly db: Pick<Kysely<DB>, 'getExecutor'> },
  serviceId: string,
): Promise<Result<KeptTeam>> => {
  const [team] = (await sql<KeptTeam>`${teams} and s.id = ${serviceId}`.execute(tx.db as Kysely<DB>)).rows
  return team === undefined ? refused('not_found', 'There is no such team.') : ok(team)
}
