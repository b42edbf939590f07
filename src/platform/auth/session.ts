import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { sql, type Transaction } from 'kysely'
import { dayOf } from '../clock.ts'
import type { DB, StaffRole } from '../database/schema.ts'
import type { Env, Services } from '../http/route.ts'
import type { Actor, ActorService } from './actor.ts'

const idleMinutes = 60
const mostHours = 12

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const isSecure = (services: Services): boolean => services.config.publicUrl?.startsWith('https:') === true
const cookieName = (services: Services): string => (isSecure(services) ? '__Host-session' : 'session')

interface SessionRow {
  readonly staff_id: string
  readonly full_name: string
  readonly role: StaffRole
  readonly csrf_token: string
  readonly used_at: Temporal.Instant
  readonly services: readonly ActorService[]
  readonly other_roles: readonly StaffRole[]
}

const find = (db: Transaction<DB>, hash: string, now: Temporal.Instant): Promise<SessionRow | undefined> =>
  sql<SessionRow>`
    select s.staff_id, staff.full_name, s.role, s.csrf_token, s.used_at,
      coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'setting', v.setting, 'nation', v.nation, 'establishment', v.establishment_code) order by v.name)
        from membership m join service v on v.id = m.service_id
        where m.staff_id = s.staff_id and m.role = s.role and m.from_day <= ${dayOf(now)}::date and (m.to_day is null or m.to_day >= ${dayOf(now)}::date)), '[]') as services,
      coalesce((select json_agg(distinct m.role) from membership m where m.staff_id = s.staff_id and m.role <> s.role
        and m.from_day <= ${dayOf(now)}::date and (m.to_day is null or m.to_day >= ${dayOf(now)}::date)), '[]') as other_roles
    from session s join staff on staff.id = s.staff_id and staff.active
    where s.id_hash = ${hash} and s.expires_at > ${now}::timestamptz and s.used_at > ${now.subtract({ minutes: idleMinutes })}::timestamptz`
    .execute(db)
    .then((result) => result.rows[0])

/** The member of staff behind the request's cookie, or null. Keeps the session alive, at most once a minute. */
export const readSession = async (context: Context<Env>, services: Services): Promise<Actor | null> => {
  const token = getCookie(context, cookieName(services))
  if (token === undefined) return null
  const now = services.clock.now()
  const hash = hashOf(token)
  return services.database.auth(async (db) => {
    const row = await find(db, hash, now)
    if (row === undefined) return null
    if (Temporal.Instant.compare(row.used_at, now.subtract({ minutes: 1 })) < 0)
      await db.updateTable('session').set({ used_at: now }).where('id_hash', '=', hash).execute()
    return {
      staffId: row.staff_id,
      name: row.full_name,
      role: row.role,
      services: row.services,
      otherRoles: row.other_roles,
      csrf: row.csrf_token,
      sessionHash: hash,
    }
  })
}

/** Begins a session in `db` and hands the browser its cookie. */
export const beginSession = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  who: { readonly staffId: string; readonly role: StaffRole },
): Promise<void> => {
  const token = randomBytes(32).toString('base64url')
  const now = services.clock.now()
  await db
    .insertInto('session')
    .values({
      id_hash: hashOf(token),
      staff_id: who.staffId,
      role: who.role,
      csrf_token: randomBytes(24).toString('base64url'),
      created_at: now,
      used_at: now,
      expires_at: now.add({ hours: mostHours }),
    })
    .execute()
  setCookie(context, cookieName(services), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(services),
  })
}

/** Ends the session that the request came with. */
export const endSession = async (context: Context<Env>, services: Services, actor: Actor): Promise<void> => {
  await services.database.auth((db) =>
    db.deleteFrom('session').where('id_hash', '=', actor.sessionHash).execute(),
  )
  deleteCookie(context, cookieName(services), { path: '/', secure: isSecure(services) })
}
