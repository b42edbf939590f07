import type { Context } from 'hono'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { DB, StaffRole } from '../database/schema.ts'
import { sendPage, sendRefusal } from '../http/answer.tsx'
import { fieldErrors, readForm } from '../http/input.ts'
import type { Env, Route, Services } from '../http/route.ts'
import { shellOf } from '../http/shell.ts'
import { emptyForm, type FormState, typedValue } from '../ui/index.ts'
import { roleWords } from './actor.ts'
import { auditAtDoor, auditOwn } from './audit.ts'
import { codeRoutes } from './code-routes.tsx'
import { letIn } from './let-in.ts'
import { passkeySignInRoutes } from './passkeys/sign-in-routes.ts'
import { providerRoutes } from './providers/routes.tsx'
import { safeTo } from './safe-to.ts'
import { methodsOf } from './second-step/second-step.ts'
import { endSessions, forgetSession } from './session.ts'
import { sessionEndRoutes } from './session-routes.ts'
import { checkPassword } from './sign-in.ts'
import { type Persona, SignInPage } from './sign-in-page.tsx'
import { beginStep } from './step.ts'
import { wasRight } from './throttle.ts'

const body = z.object({
  sign_in_name: z
    .string({ error: 'Enter your sign-in name' })
    .trim()
    .min(1, 'Enter your sign-in name')
    .max(200, 'Enter your sign-in name as you were given it'),
  password: z
    .string({ error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(500, 'A password is at most 500 characters. Enter yours again'),
})

const whyNot: Record<Exclude<Next, 'in' | 'code' | 'recovery_code'>, string> = {
  wrong: 'The sign-in name or the password is not right. Check both and try again',
  too_often: 'Too many wrong passwords. Wait 15 minutes, then try again',
  passkey: 'Your organisation asks for more than a password. Sign in with your passkey',
  no_role: 'Your account has no role yet. Ask your team leader to give you one',
}

/** Why somebody who came another way is back here, by the word in the address. */
const notIn: ReadonlyMap<string, string> = new Map([
  ['passkey_wrong', 'You were not signed in with that passkey. Try again, or sign in another way'],
  ['passkey_too_often', 'That passkey was tried too often. Wait 15 minutes, then try again'],
  ['passkey_no_role', whyNot.no_role],
])

const roles = Object.keys(roleWords) as readonly StaffRole[]

const personasOf = async (services: Services): Promise<readonly Persona[]> => {
  if (!services.demo) return []
  const found = await services.database.auth((db) =>
    sql<{ id: string; sign_in_name: string; full_name: string; role: StaffRole; place: string }>`
      select distinct on (c.sign_in_name) c.sign_in_name, staff.id, staff.full_name, m.role, v.name as place
      from credential c join staff on staff.id = c.staff_id and staff.active
      join membership m on m.staff_id = staff.id and m.to_day is null join service v on v.id = m.service_id
      where c.sign_in_name like 'demo.%' order by c.sign_in_name, m.from_day, m.id`.execute(db),
  )
  const byRole = found.rows.toSorted(
    (one, other) => roles.indexOf(one.role) - roles.indexOf(other.role) || (one.id < other.id ? -1 : 1),
  )
  return byRole.map((row) => ({
    signInName: row.sign_in_name,
    name: row.full_name,
    role: roleWords[row.role],
    place: row.place,
  }))
}

const show = async (
  context: Context<Env>,
  services: Services,
  form: FormState,
  to: string,
): Promise<Response> =>
  sendPage(
    context,
    <SignInPage
      shell={shellOf(context, services, null)}
      form={form}
      to={to}
      personas={await personasOf(services)}
      providers={services.config.providers}
      again={context.req.query('again') !== undefined}
      kept={context.req.query('kept') !== undefined}
    />,
    form.errors.length > 0 ? 422 : 200,
  )

type Next = 'in' | 'code' | 'recovery_code' | 'passkey' | 'wrong' | 'too_often' | 'no_role'

/** What a right password leads to: in, or to what else has to be shown. */
const afterPassword = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  { staffId, to }: { readonly staffId: string; readonly to: string },
): Promise<Next> => {
  const methods = await methodsOf(db, staffId)
  const setUp = methods.codes || methods.passkeys
  if (!methods.codes && (!methods.required || !setUp))
    return letIn(context, services, db, { staffId, means: 'password', limited: methods.required })
  await auditAtDoor(context, services, db, { action: 'enter_password', outcome: 'done', staffId })
  if (!methods.codes && !methods.recoveryCodes) return 'passkey'
  await beginStep(context, services, db, { staffId, to })
  return methods.codes ? 'code' : 'recovery_code'
}

const enter = async (
  context: Context<Env>,
  services: Services,
  typed: { readonly name: string; readonly password: string; readonly to: string },
): Promise<Next> => {
  const checked = await checkPassword(services, context.get('address'), typed)
  return services.database.auth(async (db) => {
    if (checked.kind === 'right') {
      await wasRight(db, services, ...checked.tried)
      return afterPassword(context, services, db, { staffId: checked.staffId, to: typed.to })
    }
    await auditAtDoor(context, services, db, {
      action: 'sign_in',
      outcome: 'refused',
      staffId: checked.staffId,
      subject: 'password',
    })
    return checked.kind
  })
}

const withPassword: Route['serve'] = async (context, services) => {
  if (context.req.method === 'GET') {
    const why = notIn.get(context.req.query('why') ?? '')
    const form =
      why === undefined ? emptyForm : { values: {}, errors: [{ field: 'sign_in_name', message: why }] }
    return show(context, services, form, safeTo(context.req.query('to') ?? '/'))
  }
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  const to = safeTo(typedValue(typed.value, 'to'))
  const values = { sign_in_name: typedValue(typed.value, 'sign_in_name') }
  const parsed = body.safeParse(typed.value)
  if (!parsed.success) return show(context, services, { values, errors: fieldErrors(parsed.error) }, to)
  const { sign_in_name: name, password } = parsed.data
  const next = await enter(context, services, { name, password, to })
  if (next === 'in') return context.redirect(to, 303)
  if (next === 'code') return context.redirect('/sign-in/code', 303)
  if (next === 'recovery_code') return context.redirect('/sign-in/recovery-code', 303)
  return show(context, services, { values, errors: [{ field: 'sign_in_name', message: whyNot[next] }] }, to)
}

const asPersona: Route['serve'] = async (context, services) => {
  const typed = await readForm(context)
  if (!services.demo || !typed.ok) return sendRefusal(context, services, { kind: 'not_found', message: '' })
  const begun = await services.database.auth(async (db) => {
    const credential = await db
      .selectFrom('credential')
      .select('staff_id')
      .where('sign_in_name', '=', typedValue(typed.value, 'persona'))
      .where('sign_in_name', 'like', 'demo.%')
      .executeTakeFirst()
    if (credential === undefined) return 'no_role'
    return letIn(context, services, db, { staffId: credential.staff_id, means: 'password' })
  })
  return begun === 'in'
    ? context.redirect(safeTo(typedValue(typed.value, 'to')), 303)
    : sendRefusal(context, services, { kind: 'not_found', message: '' })
}

const out: Route['serve'] = async (context, services) => {
  const actor = context.get('actor')
  const typed = await readForm(context)
  if (actor !== null && typed.ok && typedValue(typed.value, '_csrf') === actor.csrf) {
    await services.database.auth(async (db) => {
      await endSessions(db, services.clock.now(), 'signed_out', [actor.session.id])
      await auditOwn(context, services, db, actor, { action: 'sign_out' })
    })
    forgetSession(context, services)
  }
  return context.redirect('/sign-in', 303)
}

const first: Route['serve'] = async (context, services) => {
  const actor = context.get('actor')
  return context.redirect(actor === null ? '/sign-in' : services.navigation.firstPage(actor.role), 303)
}

/** Signing in and out, and the way from `/` to each role's first page. */
export const signInRoutes: readonly Route[] = [
  { path: '/sign-in', methods: ['GET', 'POST'], may: 'anyone', audit: 'sign_in', serve: withPassword },
  { path: '/sign-in/as', methods: ['POST'], may: 'anyone', audit: 'sign_in', serve: asPersona },
  ...codeRoutes,
  ...passkeySignInRoutes,
  ...providerRoutes,
  ...sessionEndRoutes,
  { path: '/sign-out', methods: ['POST'], may: 'anyone', audit: 'sign_out', serve: out },
  { path: '/', methods: ['GET'], may: 'anyone', audit: 'none: leads on', serve: first },
]
