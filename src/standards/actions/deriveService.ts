import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

const first = '00000000-0000-0000-0000-000000000000'

/** A job's way through the people of a service: what it is about, and who comes next. */
export interface Round {
  readonly changeId: string
  readonly serviceId: string
  readonly after: string
}

const peopleOf = (serviceId: string) => sql`
  select p.id from (select i.person_id from involvement i where i.service_id = ${serviceId}
      union select o.person_id from obligation o where o.service_id = ${serviceId}) theirs
    join person p on p.id = theirs.person_id where p.merged_into is null`

/** Begins to work out again the people of the service whose first day was set; null where there is no such change. */
export const beginRound = async ({ db }: WriteTx, changeId: string): Promise<Round | null> => {
  const change = await db
    .selectFrom('live_from_change')
    .select('service_id as serviceId')
    .where('id', '=', changeId)
    .executeTakeFirst()
  if (change === undefined) return null
  await sql`update live_from_change set derived = 0, ended_at = null,
    people = (select count(*) from (${peopleOf(change.serviceId)}) p) where id = ${changeId}`.execute(db)
  return { ...change, changeId, after: first }
}

/** Derives the next people again, at most `atOnce`, and says how far it is; null when all are done. */
export const goRound = async (tx: WriteTx, round: Round, atOnce: number): Promise<Round | null> => {
  const { changeId, serviceId, after } = round
  const found = await sql<{
    id: string
  }>`${peopleOf(serviceId)} and p.id > ${after} order by p.id limit ${atOnce}`.execute(tx.db)
  const people = found.rows.map(({ id }) => id)
  const last = people.at(-1)
  const locked = await tx.lock(...people)
  if (!locked.ok) throw new Error(locked.refusal.message)
  await sql`update live_from_change set derived = derived + ${people.length}, ended_at = ${last === undefined ? tx.now.toString() : null}::timestamptz
    where id = ${changeId}`.execute(tx.db)
  return last === undefined ? null : { ...round, after: last }
}
