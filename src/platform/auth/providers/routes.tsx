import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { DB } from '../../database/schema.ts'
import { sendPage } from '../../http/answer.tsx'
import type { Env, Route, Services } from '../../http/route.ts'
import { shellOf } from '../../http/shell.ts'
import { whatBroke } from '../../http/what-broke.ts'
import { auditAtDoor } from '../audit.ts'
import { cookieOf, dropCookie, keepCookie } from '../cookies.ts'
import { letIn } from '../let-in.ts'
import { ownOrigin } from '../origin.ts'
import { safeTo } from '../safe-to.ts'
import { mayTry } from '../throttle.ts'
import { accountFrom, type Provided } from './account-from.ts'
import { nameOf } from './claims.ts'
import { type Begun, begin, type Comer, finish, takeUp } from './conversation.ts'
import { NotKnownPage, NotSignedInPage } from './pages.tsx'
import type { Provider } from './settings.ts'

const cookie = 'door'

const notSignedIn = (
  context: Context<Env>,
  services: Services,
  label: string,
  turnedBack = false,
): Response =>
  sendPage(
    context,
    <NotSignedInPage
      shell={shellOf(context, services, null)}
      label={label}
      turnedBack={turnedBack}
      requestId={context.get('requestId')}
    />,
    403,
  )

const broke = (context: Context<Env>, services: Services, error: unknown): void =>
  services.log.warn({ ...whatBroke(error), requestId: context.get('requestId') }, 'other sign-in')

const start: Route['serve'] = async (context, services) => {
  const provider = services.config.providers.find(({ id }) => id === context.req.query('provider'))
  const asking = { kind: 'asking', whose: context.get('address') ?? 'no address' } as const
  if (provider === undefined || !(await mayTry(services, asking))) return context.redirect('/sign-in', 303)
  const browserToken = randomBytes(32).toString('base64url')
  const to = safeTo(context.req.query('to') ?? '/')
  const redirect = new URL('/sign-in/back', ownOrigin(context, services)).href
  try {
    const address = await begin(services, { provider, to, browserToken, redirect })
    keepCookie(context, services, cookie, browserToken)
    return context.redirect(address.href, 303)
  } catch (error) {
    broke(context, services, error)
    return notSignedIn(context, services, provider.label)
  }
}

const refuse = (
  context: Context<Env>,
  services: Services,
  subject: string,
  staffId: string | null = null,
): Promise<void> =>
  services.database.auth((db) =>
    auditAtDoor(context, services, db, { action: 'sign_in', outcome: 'refused', staffId, subject }),
  )

/** Who came back; null where the answer was none, or not as it must be. */
const comerOf = async (
  context: Context<Env>,
  services: Services,
  provider: Provider,
  begun: Begun,
): Promise<Comer | null> => {
  try {
    return await finish(provider, begun, new URL(context.req.url).search)
  } catch (error) {
    broke(context, services, error)
    return null
  }
}

const auditProvided = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  provider: Provider,
  { staffId, made, began, ended }: Provided,
): Promise<void> => {
  const by = `by ${provider.id}`
  const events = [
    ...(made ? [{ action: 'make_account', subject: by }] : []),
    ...began.map((post) => ({ action: 'begin_role', subject: `${post} ${by}` })),
    ...ended.map((post) => ({ action: 'end_role', subject: `${post} ${by}` })),
  ]
  for (const event of events) await auditAtDoor(context, services, db, { ...event, outcome: 'done', staffId })
}

const enter = (
  context: Context<Env>,
  services: Services,
  provider: Provider,
  comer: Comer,
): Promise<'in' | 'no_role'> =>
  services.database.auth(async (db) => {
    const provided = await accountFrom(db, services, provider, comer)
    if (provided === null) {
      const refused = { action: 'sign_in', outcome: 'refused', staffId: null, subject: provider.id } as const
      await auditAtDoor(context, services, db, refused)
      return 'no_role'
    }
    await auditProvided(context, services, db, provider, provided)
    return letIn(context, services, db, { staffId: provided.staffId, means: provider.id })
  })

const back: Route['serve'] = async (context, services) => {
  const token = cookieOf(context, services, cookie)
  const state = context.req.query('state')
  if (token === undefined || state === undefined) return context.redirect('/sign-in', 303)
  dropCookie(context, services, cookie)
  const begun = await takeUp(services, state, token)
  const provider = services.config.providers.find(({ id }) => id === begun?.provider)
  if (begun === null || provider === undefined) {
    await refuse(context, services, 'another service')
    return notSignedIn(context, services, 'The other service')
  }
  const comer = await comerOf(context, services, provider, begun)
  if (comer === null) {
    await refuse(context, services, provider.id)
    return notSignedIn(context, services, provider.label, context.req.query('error') !== undefined)
  }
  if ((await enter(context, services, provider, comer)) === 'in') return context.redirect(begun.to, 303)
  const shell = shellOf(context, services, null)
  const { subject, claims } = comer
  return sendPage(
    context,
    <NotKnownPage shell={shell} label={provider.label} name={nameOf(provider, claims)} subject={subject} />,
    403,
  )
}

/** Signing in with another service (OpenID Connect): the way there and the way back. */
export const providerRoutes: readonly Route[] = [
  { path: '/sign-in/with', methods: ['GET'], may: 'anyone', audit: 'none: leads on', serve: start },
  { path: '/sign-in/back', methods: ['GET'], may: 'anyone', audit: 'sign_in', serve: back },
]
