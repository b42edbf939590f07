import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Actor, roleWords } from '../auth/actor.ts'
import { dayOf } from '../clock.ts'
import type { ReadTx } from '../database/transaction.ts'
import { isId } from '../ids.ts'
import type { Flash, Shell } from '../ui/index.ts'
import { cookieName, cookieOptions } from './cookies.ts'
import type { Env, Request, Services } from './route.ts'

const flashCookie = 'said'

/** The request as a page's functions see it. */
export const requestOf = (context: Context<Env>, services: Services, actor: Actor): Request => {
  const now = services.clock.now()
  const { ids, config, secrets } = services
  return { actor, now, today: dayOf(now), url: new URL(context.req.url), ids, config, secrets }
}

const place = (actor: Actor): string =>
  [
    roleWords[actor.role],
    actor.services.length === 1 ? actor.services[0]?.name : `${actor.services.length} services`,
  ]
    .filter((words) => words !== undefined)
    .join(', ')

/** What every page shows around itself. */
export const shellOf = (
  context: Context<Env>,
  services: Services,
  actor: Actor | null,
  flash?: Flash,
): Shell => ({
  nonce: context.get('nonce'),
  csrf: actor?.csrf ?? '',
  requestId: actor === null ? undefined : context.get('requestId'),
  path: context.req.path,
  today: dayOf(services.clock.now()),
  navigation: actor === null ? [] : services.navigation.links(actor.role),
  account:
    actor === null
      ? undefined
      : { name: actor.name, role: place(actor), page: '/account', signOut: '/sign-out' },
  actingAs: actor?.role,
  session:
    actor === null
      ? undefined
      : {
          endsAt: actor.session.endsAt,
          latestAt: actor.session.latestAt,
          now: services.clock.now(),
        },
  flash,
  emergency: actor === null ? undefined : (services.navigation.emergency(actor.role) ?? undefined),
  notice: services.notice,
  build: services.build,
})

/** Remembers, for the next page only, which form was done; the words stay in the database. */
export const rememberSaid = (context: Context<Env>, services: Services, key: string): void =>
  setCookie(context, cookieName(services, flashCookie), key, { ...cookieOptions(services), maxAge: 60 })

/** What the last form said, once. */
export const whatWasSaid = async (
  context: Context<Env>,
  services: Services,
  tx: ReadTx,
): Promise<Flash | undefined> => {
  const name = cookieName(services, flashCookie)
  const key = getCookie(context, name)
  if (key === undefined || !isId(key)) return undefined
  setCookie(context, name, '', { ...cookieOptions(services), maxAge: 0 })
  const row = await tx.db.selectFrom('idempotency').select('flash').where('key', '=', key).executeTakeFirst()
  return row?.flash == null || row.flash === '' ? undefined : { kind: 'success', message: row.flash }
}
