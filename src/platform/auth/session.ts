import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { sql, type Transaction } from 'kysely'
import { dayOf } from '../clock.ts'
import type { DB, StaffRole } from '../database/schema.ts'
import type { Env, Services } from '../http/route.ts'
import { hashOf } from '../secrets.ts'
import type { Actor, ActorService } from './actor.ts'
import { cookieOf, dropCookie, keepCookie } from './cookies.ts'

const cookie = 'session'

/** How somebody signed in; another service by its identifier. */
export type Means =
  | 'password'
  | 'password_and_code'
  | 'password_and_recovery_code'
  | 'passkey'
  | (string & {})

interface SessionRow {
  readonly id: string
  readonly staff_id: string
  readonly full_name: string
  readonly role: StaffRole
  readonly csrf_token: string
  readonly limited: boolean
  readonly created_at: Temporal.Instant
  readonly used_at: Temporal.Instant
  readonly expires_at: Temporal.Instant
  readonly services: readonly ActorService[]
  readonly other_roles: readonly StaffRole[]
}

const find = (
  db: Transaction<DB>,
  hash: string,
  now: Temporal.Instant,
  idleMinutes: number,
): Promise<SessionRow | undefined> =>
  sql<SessionRow>`
    select s.id, s.staff_id, staff.full_name, s.role, s.csrf_token, s.limited, s.created_at, s.used_at, s.expires_at,
      coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'setting', v.setting, 'nation', v.nation, 'establishment', v.establishment_code) order by v.name)
        from membership m join service v on v.id = m.service_id
        where m.staff_id = s.staff_id and m.role = s.role and m.from_day <= ${dayOf(now)}::date and (m.to_day is null or m.to_day >= ${dayOf(now)}::date)), '[]') as services,
      coalesce((select json_agg(distinct m.role) from membership m where m.staff_id = s.staff_id and m.role <> s.role
        and m.from_day <= ${dayOf(now)}::date and (m.to_day is null or m.to_day >= ${dayOf(now)}::date)), '[]') as other_roles
    from session s join staff on staff.id = s.staff_id and staff.active
    where s.id_hash = ${hash} and s.ended_at is null and s.expires_at > ${now}::timestamptz
      and s.used_at > ${now.subtract({ minutes: idleMinutes })}::timestamptz`
    .execute(db)
    .then((result) => result.rows[0])

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other

const actorOf = (row: SessionRow, hash: string, idleMinutes: number): Actor => ({
  staffId: row.staff_id,
  name: row.full_name,
  role: row.role,
  services: row.services,
  otherRoles: row.other_roles,
  csrf: row.csrf_token,
  session: {
    id: row.id,
    hash,
    limited: row.limited,
    beganAt: row.created_at,
    endsAt: earlier(row.used_at.add({ minutes: idleMinutes }), row.expires_at),
    latestAt: row.expires_at,
  },
})

/**
 * The member of staff behind the request's cookie, or null. Keeps the session alive, at most once a minute, unless
 * the request only asks how long it still lasts.
 */
export const readSession = async (
  context: Context<Env>,
  services: Services,
  onlyAsks = false,
): Promise<Actor | null> => {
  const token = cookieOf(context, services, cookie)
  if (token === undefined) return null
  const now = services.clock.now()
  const hash = hashOf(token)
  const { idleMinutes } = services.config
  return services.database.auth(async (db) => {
    const row = await find(db, hash, now, idleMinutes)
    if (row === undefined) return null
    if (onlyAsks || Temporal.Instant.compare(row.used_at, now.subtract({ minutes: 1 })) >= 0)
      return actorOf(row, hash, idleMinutes)
    await db.updateTable('session').set({ used_at: now }).where('id_hash', '=', hash).execute()
    return actorOf({ ...row, used_at: now }, hash, idleMinutes)
  })
}

/** Whose session it was that the request's cookie named, where it has run out or was ended by themself. */
export const endedSession = async (
  context: Context<Env>,
  services: Services,
): Promise<{ readonly staffId: string; readonly role: StaffRole; readonly csrf: string } | null> => {
  const token = cookieOf(context, services, cookie)
  if (token === undefined) return null
  const row = await services.database.auth((db) =>
    db
      .selectFrom('session')
      .select(['staff_id', 'role', 'csrf_token'])
      .where('id_hash', '=', hashOf(token))
      .where((at) => at.or([at('ended_how', 'is', null), at('ended_how', '!=', 'elsewhere')]))
      .executeTakeFirst(),
  )
  return row === undefined ? null : { staffId: row.staff_id, role: row.role, csrf: row.csrf_token }
}

interface Begun {
  readonly staffId: string
  readonly role: StaffRole
  readonly means: Means
  readonly limited?: boolean
}

/** Begins a session in `db` and hands the browser its cookie; a session that it had before ends. */
export const beginSession = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  who: Begun,
): Promise<void> => {
  const before = context.get('actor')
  const now = services.clock.now()
  if (before !== null) await endSessions(db, now, 'replaced', [before.session.id])
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('session')
    .values({
      id: services.ids.next(),
      id_hash: hashOf(token),
      staff_id: who.staffId,
      role: who.role,
      csrf_token: randomBytes(24).toString('base64url'),
      means: who.means,
      limited: who.limited ?? false,
      address: context.get('address'),
      browser: context.req.header('user-agent')?.slice(0, 400) ?? null,
      created_at: now,
      used_at: now,
      expires_at: now.add({ hours: services.config.sessionHours }),
    })
    .execute()
  keepCookie(context, services, cookie, token)
}

type How = 'signed_out' | 'elsewhere' | 'replaced' | 'password_changed'

/** Ends sessions by their ids. */
export const endSessions = async (
  db: Transaction<DB>,
  now: Temporal.Instant,
  how: How,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('session')
    .set({ ended_at: now, ended_how: how })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

/** A session that was only for setting up a second step is now one like any other. */
export const fullRights = async (db: Transaction<DB>, { session }: Actor): Promise<void> => {
  if (session.limited)
    await db.updateTable('session').set({ limited: false }).where('id', '=', session.id).execute()
}

/** Takes the session's cookie back from the browser. */
export const forgetSession = (context: Context<Env>, services: Services): void =>
  dropCookie(context, services, cookie)
