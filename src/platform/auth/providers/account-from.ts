import { sql, type Transaction } from 'kysely'
import { dayOf } from '../../clock.ts'
import type { DB } from '../../database/schema.ts'
import type { Services } from '../../http/route.ts'
import type { Claims } from './claims.ts'
import { nameOf, postsOf } from './claims.ts'
import type { Provider } from './settings.ts'

/** What another service's claims made of somebody's account here. */
export interface Provided {
  readonly staffId: string
  readonly made: boolean
  /** Posts, each as "recovery_worker in PRI-LEI". */
  readonly began: readonly string[]
  readonly ended: readonly string[]
}

interface Row {
  readonly member: string
  readonly made: boolean
  readonly began: readonly string[]
  readonly ended: readonly string[]
}

/**
 * Makes or updates the account of somebody who comes from another service: name and posts are as its claims say now,
 * posts that they no longer give end yesterday, posts given here stay. Null where they have no account and are given no
 * post.
 */
export const accountFrom = async (
  db: Transaction<DB>,
  services: Services,
  provider: Provider,
  { issuer, subject, claims }: { readonly issuer: string; readonly subject: string; readonly claims: Claims },
): Promise<Provided | null> => {
  const now = services.clock.now()
  const wanted = JSON.stringify(postsOf(provider.roles, claims))
  const found = await sql<Row>`
    select * from provided_account(${issuer}, ${subject}, ${provider.id}, ${nameOf(provider, claims)}, ${wanted}::jsonb,
      ${services.ids.next()}::uuid, ${dayOf(now)}::date, ${now}::timestamptz)`.execute(db)
  const [row] = found.rows
  if (row === undefined) return null
  const { member: staffId, made, began, ended } = row
  if (ended.length > 0) await endUnheld(db, staffId, now)
  return { staffId, made, began, ended }
}

/** Ends the sessions of somebody in roles that they hold no longer. */
const endUnheld = async (db: Transaction<DB>, staffId: string, now: Temporal.Instant): Promise<void> => {
  await sql`update session s set ended_at = ${now}::timestamptz, ended_how = 'elsewhere'
    where s.staff_id = ${staffId} and s.ended_at is null and not exists (select from membership m
      where m.staff_id = s.staff_id and m.role = s.role and m.from_day <= ${dayOf(now)}::date
        and (m.to_day is null or m.to_day >= ${dayOf(now)}::date))`.execute(db)
}
