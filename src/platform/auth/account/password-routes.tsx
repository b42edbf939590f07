import { sendPage } from '../../http/answer.tsx'
import type { Route } from '../../http/route.ts'
import { passwordFault } from '../../password-rules.ts'
import { emptyForm, type FieldError, typedValue } from '../../ui/index.ts'
import { auditOwn } from '../audit.ts'
import { hashPassword } from '../password.ts'
import { endSessions } from '../session.ts'
import { checkPassword } from '../sign-in.ts'
import { wasRight } from '../throttle.ts'
import { holdingsOf } from './holdings.ts'
import { back, type Own, type OwnForm, ownForm, ownPage, ownShell } from './own.ts'
import { PasswordPage } from './password-page.tsx'

const show = (own: Own, errors: readonly FieldError[]): Response =>
  sendPage(
    own.context,
    <PasswordPage shell={ownShell(own)} form={{ ...emptyForm, errors }} />,
    errors.length > 0 ? 422 : 200,
  )

const nameOf = async ({ services, actor }: Own): Promise<string | undefined> =>
  (
    await services.database.auth((db) =>
      db
        .selectFrom('credential')
        .select('sign_in_name')
        .where('staff_id', '=', actor.staffId)
        .executeTakeFirst(),
    )
  )?.sign_in_name

const refuse = async (form: OwnForm, errors: readonly FieldError[]): Promise<Response> => {
  const { context, services, actor } = form
  await services.database.auth((db) =>
    auditOwn(context, services, db, actor, { action: 'change_password', outcome: 'refused' }),
  )
  return show(form, errors)
}

const wrongWords = {
  wrong: 'This is not your password now. Enter it again',
  too_often: 'Too many wrong passwords. Wait 15 minutes, then try again',
}

const change = ownForm('change_password', async (form) => {
  const { context, services, actor, values } = form
  const [current, chosen] = [typedValue(values, 'current'), typedValue(values, 'chosen')]
  const fault = passwordFault(chosen)
  if (fault !== null) return show(form, [{ field: 'chosen', message: fault }])
  const name = await nameOf(form)
  if (name === undefined) return back(form)
  const checked = await checkPassword(services, context.get('address'), { name, password: current })
  if (checked.kind !== 'right') return refuse(form, [{ field: 'current', message: wrongWords[checked.kind] }])
  const password_hash = await hashPassword(chosen)
  const { sessions } = await holdingsOf(services, actor.staffId)
  await services.database.auth(async (db) => {
    const now = services.clock.now()
    await wasRight(db, services, ...checked.tried)
    await db
      .updateTable('credential')
      .set({ password_hash, changed_at: now })
      .where('staff_id', '=', actor.staffId)
      .execute()
    const others = sessions.filter(({ id }) => id !== actor.session.id)
    await endSessions(
      db,
      now,
      'password_changed',
      others.map(({ id }) => id),
    )
    await auditOwn(context, services, db, actor, { action: 'change_password' })
  })
  return back(form, 'password')
})

const look = ownPage('change_password', async (own) => show(own, []))

/** Changing one's own password: the one there is has to be known, and every other session ends. */
export const passwordRoutes: readonly Route[] = [
  { path: '/account/password', methods: ['GET'], may: 'signed_in', audit: 'change_password', serve: look },
  { path: '/account/password', methods: ['POST'], may: 'signed_in', audit: 'change_password', serve: change },
]
