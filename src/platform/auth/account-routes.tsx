import { sendPage, sendRefusal } from '../http/answer.tsx'
import { auditApart } from '../http/audited.ts'
import { turnedAway } from '../http/define-page.ts'
import { readForm } from '../http/input.ts'
import type { Route } from '../http/route.ts'
import { shellOf } from '../http/shell.ts'
import { emptyForm, type FormState, typedValue } from '../ui/index.ts'
import { AccountPage } from './account-page.tsx'

const account: Route['serve'] = async (context, services) => {
  const actor = await turnedAway(context, services, 'signed_in', 'view_account')
  if (actor instanceof Response) return actor
  await auditApart(context, services, actor, { action: 'view_account', outcome: 'done', people: [] })
  return sendPage(
    context,
    <AccountPage shell={shellOf(context, services, actor)} actor={actor} form={emptyForm} />,
  )
}

const changeRole: Route['serve'] = async (context, services) => {
  const actor = await turnedAway(context, services, 'signed_in', 'change_role')
  if (actor instanceof Response) return actor
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  if (typedValue(typed.value, '_csrf') !== actor.csrf)
    return sendRefusal(context, services, {
      kind: 'forbidden',
      message: 'This page was opened under another sign-in. Open it again.',
    })
  const role = actor.otherRoles.find((held) => held === typedValue(typed.value, 'role'))
  if (role === undefined) {
    const form: FormState = {
      values: {},
      errors: [{ field: 'role', message: 'Choose the role you want to work in' }],
    }
    return sendPage(
      context,
      <AccountPage shell={shellOf(context, services, actor)} actor={actor} form={form} />,
      422,
    )
  }
  await services.database.auth((db) =>
    db.updateTable('session').set({ role }).where('id_hash', '=', actor.sessionHash).execute(),
  )
  await auditApart(
    context,
    services,
    { ...actor, role },
    { action: 'change_role', outcome: 'done', people: [] },
  )
  return context.redirect(services.navigation.firstPage(role), 303)
}

/** One's own account: where one works, and the change to another role that one holds. */
export const accountRoutes: readonly Route[] = [
  { path: '/account', methods: ['GET'], may: 'signed_in', audit: 'view_account', serve: account },
  { path: '/account/role', methods: ['POST'], may: 'signed_in', audit: 'change_role', serve: changeRole },
]
