import { sendPage } from '../../http/answer.tsx'
import { auditApart } from '../../http/audited.ts'
import type { Route } from '../../http/route.ts'
import { emptyForm, type FormState, typedValue } from '../../ui/index.ts'
import { auditOwn } from '../audit.ts'
import { passkeyRoutes } from '../passkeys/account-routes.tsx'
import { secondStepRoutes } from '../second-step/routes.tsx'
import { AccountPage } from './account-page.tsx'
import { holdingsOf } from './holdings.ts'
import { organisationRoutes } from './organisation-routes.tsx'
import { type Own, ownForm, ownPage, ownShell } from './own.ts'
import { passwordRoutes } from './password-routes.tsx'
import { sessionRoutes } from './session-routes.ts'

const show = async (own: Own, form: FormState): Promise<Response> => {
  const { context, services, actor } = own
  const holdings = await holdingsOf(services, actor.staffId)
  const labels = new Map(services.config.providers.map(({ id, label }) => [id, label]))
  const page = (
    <AccountPage shell={ownShell(own)} actor={actor} form={form} holdings={holdings} labels={labels} />
  )
  return sendPage(context, page, form.errors.length > 0 ? 422 : 200)
}

const account = ownPage('view_account', async (own) => {
  await auditApart(own.context, own.services, own.actor, {
    action: 'view_account',
    outcome: 'done',
    people: [],
  })
  return show(own, emptyForm)
})

const changeRole = ownForm('change_role', async (form) => {
  const { context, services, actor, values } = form
  const role = actor.otherRoles.find((held) => held === typedValue(values, 'role'))
  if (role === undefined)
    return show(form, {
      values: {},
      errors: [{ field: 'role', message: 'Choose the role you want to work in' }],
    })
  await services.database.auth(async (db) => {
    await db.updateTable('session').set({ role }).where('id', '=', actor.session.id).execute()
    await auditOwn(context, services, db, { ...actor, role }, { action: 'change_role' })
  })
  return context.redirect(services.navigation.firstPage(role), 303)
})

/** One's own account: where one works, how one signs in, and where one is signed in. */
export const accountRoutes: readonly Route[] = [
  { path: '/account', methods: ['GET'], may: 'signed_in', audit: 'view_account', serve: account },
  { path: '/account/role', methods: ['POST'], may: 'signed_in', audit: 'change_role', serve: changeRole },
  ...passwordRoutes,
  ...secondStepRoutes,
  ...passkeyRoutes,
  ...sessionRoutes,
  ...organisationRoutes,
]
