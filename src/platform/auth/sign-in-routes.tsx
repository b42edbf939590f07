import type { Context } from 'hono'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { appendAudit } from '../audit/append.ts'
import { dayOf } from '../clock.ts'
import type { DB, StaffRole } from '../database/schema.ts'
import { sendPage, sendRefusal } from '../http/answer.tsx'
import { fieldErrors, readForm } from '../http/input.ts'
import type { Env, Route, Services } from '../http/route.ts'
import { shellOf } from '../http/shell.ts'
import { emptyForm, type FormState, typedValue } from '../ui/index.ts'
import { roleWords } from './actor.ts'
import { beginSession, endSession } from './session.ts'
import { firstRole, type SignedIn, signIn } from './sign-in.ts'
import { type Persona, SignInPage } from './sign-in-page.tsx'

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

const whyNot: Record<Exclude<SignedIn['kind'], 'in'>, string> = {
  wrong: 'The sign-in name or the password is not right. Check both and try again',
  locked: 'Too many wrong passwords. Wait 15 minutes, then try again',
  no_role: 'Your account has no role yet. Ask your team leader to give you one',
}

/** Only an address of this service, never another site's. */
const safeTo = (to: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/')

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
    />,
    form.errors.length > 0 ? 422 : 200,
  )

const auditSignIn = (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  who: {
    readonly staffId: string | null
    readonly role: string | null
    readonly outcome: 'done' | 'refused'
  },
): Promise<void> =>
  appendAudit(db, {
    id: services.ids.next(),
    at: services.clock.now(),
    staffId: who.staffId,
    role: who.role,
    serviceIds: [],
    action: 'sign_in',
    outcome: who.outcome,
    people: [],
    subject: null,
    address: context.req.header('x-forwarded-for') ?? null,
    requestId: context.get('requestId'),
  })

const withPassword: Route['serve'] = async (context, services) => {
  if (context.req.method === 'GET')
    return show(context, services, emptyForm, safeTo(context.req.query('to') ?? '/'))
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  const to = safeTo(typedValue(typed.value, 'to'))
  const values = { sign_in_name: typedValue(typed.value, 'sign_in_name') }
  const parsed = body.safeParse(typed.value)
  if (!parsed.success) return show(context, services, { values, errors: fieldErrors(parsed.error) }, to)
  const signed = await services.database.auth(async (db) => {
    const outcome = await signIn(services, db)(parsed.data.sign_in_name, parsed.data.password)
    const done = outcome.kind === 'in'
    await auditSignIn(context, services, db, {
      staffId: done ? outcome.staffId : null,
      role: done ? outcome.role : null,
      outcome: done ? 'done' : 'refused',
    })
    if (done) await beginSession(context, services, db, outcome)
    return outcome
  })
  if (signed.kind === 'in') return context.redirect(to, 303)
  return show(
    context,
    services,
    { values, errors: [{ field: 'sign_in_name', message: whyNot[signed.kind] }] },
    to,
  )
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
    const role =
      credential === undefined ? null : await firstRole(db, credential.staff_id, dayOf(services.clock.now()))
    if (credential === undefined || role === null) return false
    await auditSignIn(context, services, db, { staffId: credential.staff_id, role, outcome: 'done' })
    await beginSession(context, services, db, { staffId: credential.staff_id, role })
    return true
  })
  return begun
    ? context.redirect(safeTo(typedValue(typed.value, 'to')), 303)
    : sendRefusal(context, services, { kind: 'not_found', message: '' })
}

const out: Route['serve'] = async (context, services) => {
  const actor = context.get('actor')
  const typed = await readForm(context)
  if (actor !== null && typed.ok && typedValue(typed.value, '_csrf') === actor.csrf)
    await endSession(context, services, actor)
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
  { path: '/sign-out', methods: ['POST'], may: 'anyone', audit: 'sign_out', serve: out },
  { path: '/', methods: ['GET'], may: 'anyone', audit: 'none: leads on', serve: first },
]
