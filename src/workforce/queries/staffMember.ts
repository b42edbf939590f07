import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Post } from '../model.ts'

/** Somebody whose account the reader keeps. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly active: boolean
  /** The reader keeps every role that they hold: only then may a code for the account be made. */
  readonly whole: boolean
  /** They have chosen a sign-in name and a password. */
  readonly hasAccount: boolean
  /** How many people they work with by name. */
  readonly people: number
  readonly posts: readonly Post[]
  /** The newest code that was made for them. */
  readonly invitation: { readonly expiresAt: Temporal.Instant; readonly used: boolean } | null
}

interface Row {
  readonly id: string
  readonly full_name: string
  readonly active: boolean
  readonly account: boolean
  readonly whole: boolean
  readonly people: number
  readonly expires_at: Temporal.Instant | null
  readonly used: boolean | null
}

const postsOf = async (tx: Pick<ReadTx, 'db'>, staffId: string): Promise<readonly Post[]> => {
  const found = await sql<{
    id: string
    service_id: string
    service: string
    role: StaffRole
    from_day: Temporal.PlainDate
    to_day: Temporal.PlainDate | null
    kept: boolean
  }>`
    select m.id, m.service_id, s.name as service, m.role, m.from_day, m.to_day,
      keeps_accounts_of(m.service_id) and may_give(m.role) and m.staff_id <> actor_id() as kept
    from membership m join service s on s.id = m.service_id where m.staff_id = ${staffId}
    order by m.to_day desc nulls first, m.from_day desc, m.id`.execute(tx.db)
  return found.rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    service: row.service,
    role: row.role,
    from: row.from_day,
    to: row.to_day,
    kept: row.kept,
  }))
}

/** A member of staff, for whoever keeps their account; else nothing is there. */
export const staffMember = async (tx: Pick<ReadTx, 'db'>, staffId: string): Promise<Result<StaffMember>> => {
  const found = await sql<Row>`
    select t.id, t.full_name, t.active, keeps_whole_account(t.id) as whole, has_account(t.id) as account, people_of_worker(t.id) as people,
      i.expires_at, i.used_at is not null as used
    from staff t left join lateral (
      select expires_at, used_at from invitation where staff_id = t.id order by made_at desc, id desc limit 1) i on true
    where t.id = ${staffId} and keeps_account(t.id)`.execute(tx.db)
  const row = found.rows[0]
  if (row === undefined) return refused('not_found', 'There is no such member of staff.')
  return ok({
    id: row.id,
    name: row.full_name,
    active: row.active,
    whole: row.whole,
    hasAccount: row.account,
    people: row.people,
    posts: await postsOf(tx, staffId),
    invitation: row.expires_at === null ? null : { expiresAt: row.expires_at, used: row.used ?? false },
  })
}
