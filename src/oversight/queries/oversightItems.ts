import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Emergency, ReviewOutcome } from '../rules.ts'

/** Something that a team leader is to look at, or has looked at. */
export interface OversightItem {
  readonly id: string
  readonly kind: 'glass' | 'without_involvement' | 'many'
  readonly staff_id: string
  readonly staff_name: string
  readonly role: string | null
  readonly services: string | null
  /** Null where it is about nobody in particular. */
  readonly person_id: string | null
  readonly from_at: Temporal.Instant
  readonly to_at: Temporal.Instant
  readonly how_many: number
  readonly emergency: Emergency | null
  readonly reason: string | null
  readonly closed_at: Temporal.Instant | null
  readonly reviewed_by: string | null
  readonly reviewed_at: Temporal.Instant | null
  readonly outcome: ReviewOutcome | null
  readonly words: string | null
}

const columns = sql`o.id, o.kind, o.staff_id, s.full_name as staff_name, o.role,
  (select string_agg(v.name, ', ' order by v.name) from service v where v.id = any (o.service_ids)) as services,
  o.person_id, o.from_at, o.to_at, o.how_many, g.kind as emergency, g.reason, coalesce(g.closed_at, g.closes_at) as closed_at,
  r.full_name as reviewed_by, o.reviewed_at, o.outcome, o.words
  from oversight_item o join staff s on s.id = o.staff_id left join staff r on r.id = o.reviewed_by left join glass g on g.id = o.glass_id`

/** What waits for review, the oldest first; or what was reviewed, the newest first. At most fifty. */
export const oversightItems = async (
  tx: ReadTx,
  state: 'open' | 'reviewed',
): Promise<readonly OversightItem[]> => {
  const which =
    state === 'open'
      ? sql`where o.reviewed_at is null order by o.from_at, o.id limit 50`
      : sql`where o.reviewed_at is not null order by o.reviewed_at desc, o.id limit 50`
  return (await sql<OversightItem>`select ${columns} ${which}`.execute(tx.db)).rows
}

/** One of them; refuses `not_found` for what is not the reader's to review. */
export const oversightItem = async (tx: ReadTx, id: string): Promise<Result<OversightItem>> => {
  const [item] = (await sql<OversightItem>`select ${columns} where o.id = ${id}`.execute(tx.db)).rows
  return item === undefined ? refused('not_found', 'There is nothing to review here.') : ok(item)
}
