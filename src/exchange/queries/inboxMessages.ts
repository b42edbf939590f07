import { sql } from 'kysely'
import type { MovementType } from '../../custody/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A message of the feed, a spreadsheet or by hand, with what it moved and whom, as far as its reader may know. */
export interface InboxMessage {
  readonly id: string
  readonly source: 'feed' | 'spreadsheet' | 'hand'
  readonly event_type: string
  readonly state: 'applied' | 'set_aside'
  readonly effect: string | null
  readonly occurred_at: Temporal.Instant
  readonly prison_number: string
  readonly other_number: string | null
  readonly prison: string | null
  readonly person_id: string | null
  /** Null where the reader may not see who it is. */
  readonly name: string | null
  readonly date_of_death: Temporal.PlainDate | null
  readonly type: MovementType | null
  readonly day: Temporal.PlainDate | null
  readonly time_known: boolean | null
  readonly reason: string | null
  readonly reason_code: string | null
  readonly reason_known: boolean | null
  /** The release that ended the last stay, with a need for treatment outside. */
  readonly follow_up: boolean
  readonly unplanned: boolean
  /** How many things are owed because of it, as far as the reader may see them. */
  readonly owed: number
  readonly set_aside_at: Temporal.Instant | null
  readonly set_aside_by: string | null
  readonly set_aside_why: string | null
}

export interface InboxFilter {
  readonly prisons: readonly string[]
  /** Also where people were seen, which changes nothing else. */
  readonly sightings: boolean
  /** The last message of the page before. */
  readonly before: { readonly at: Temporal.Instant; readonly id: string } | null
}

const someTime = '28 days'

/**
 * What was told of the people of these prisons, newest first, `limit` messages. Merges and bookings name no prison: those of
 * the last 28 days of people whom the reader works with are among them.
 */
export const inboxMessages = async (
  tx: ReadTx,
  { prisons, sightings, before }: InboxFilter,
  limit: number,
): Promise<readonly InboxMessage[]> => {
  const at = (before?.at ?? tx.now.add({ hours: 24 * 366 })).toString()
  const after = before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const wanted = sql`state <> 'held' and (occurred_at, id) < (${at}::timestamptz, ${after}::uuid)
    and (${sightings} or event_type <> 'whereabouts')`
  const found = await sql<InboxMessage>`
    with shown as materialized (
      (select here.* from unnest(${prisons}::text[]) as prison (code) cross join lateral (
        select * from feed_message where establishment_code = prison.code and ${wanted}
        order by occurred_at desc, id desc limit ${limit}) here)
      union all
      (select * from feed_message where establishment_code is null and occurred_at > ${tx.now.toString()}::timestamptz - ${someTime}::interval
        and ${wanted} order by occurred_at desc, id desc limit ${limit}))
    select f.id, f.source, f.event_type, f.state, f.effect, f.occurred_at, f.prison_number, f.other_number, coalesce(e.name, f.establishment_code) as prison,
      f.person_id, coalesce(p.known_as, p.given_name) || ' ' || p.family_name as name, p.date_of_death,
      m.type, m.day, m.time_known, m.reason, m.reason_code, m.reason_known,
      coalesce(w.release_id = m.id and t.onward_need, false) as follow_up, coalesce(w.release_id = m.id and w.release_unplanned, false) as unplanned,
      (select count(*) from obligation o where o.person_id = f.person_id and o.opened_by = m.id and o.state = 'owed') as owed,
      f.set_aside_at, s.full_name as set_aside_by, f.set_aside_why
    from (select * from shown order by occurred_at desc, id desc limit ${limit}) f
      left join establishment e on e.code = f.establishment_code
      left join person p on p.id = f.person_id
      left join movement m on m.message_id = f.id
      left join whereabouts w on w.person_id = f.person_id
      left join treatment_need t on t.person_id = w.person_id
      left join staff s on s.id = f.set_aside_by
    order by f.occurred_at desc, f.id desc`.execute(tx.db)
  return found.rows
}
