import { sendPage } from '../../http/answer.tsx'
import type { Route } from '../../http/route.ts'
import { emptyForm, type FormState, typedValue } from '../../ui/index.ts'
import { back, type Own, type OwnForm, ownForm, ownPage, ownShell } from '../account/own.ts'
import { auditOwn } from '../audit.ts'
import { fullRights } from '../session.ts'
import { mayTry, wasRight } from '../throttle.ts'
import { NewRecoveryCodesPage, RecoveryCodesPage, SetUpPage, TurnOffPage } from './pages.tsx'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { addSecondStep, methodsOf } from './second-step.ts'
import { acceptedStep, newKey } from './totp.ts'

const offered = (own: Own): string => `key offered to ${own.actor.staffId}`

const never = -1

const own = { recent: true } as const

const showSetUp = (
  page: Own,
  form: FormState,
  { key, formKey }: { readonly key: string; readonly formKey: string },
): Response =>
  sendPage(
    page.context,
    <SetUpPage
      shell={ownShell(page)}
      form={form}
      secret={key}
      sealed={page.services.secrets.seal(key, offered(page))}
      formKey={formKey}
      name={page.actor.name}
      mustSetUp={page.actor.session.limited}
    />,
    form.errors.length > 0 ? 422 : 200,
  )

const held = (page: Own) => page.services.database.auth((db) => methodsOf(db, page.actor.staffId))

const setUp = ownPage(
  'add_second_step',
  async (page) =>
    (await held(page)).codes
      ? back(page)
      : showSetUp(page, emptyForm, { key: newKey(), formKey: page.services.ids.next() }),
  own,
)

/** Sets codes up and answers the recovery codes that go with them; null where that was done already. */
const add = (form: OwnForm, proven: { readonly key: string; readonly step: number }) => {
  const { context, services, actor } = form
  return services.database.auth(async (db) => {
    const { codes } = await methodsOf(db, actor.staffId)
    if (!codes) {
      await addSecondStep(db, services, actor.staffId, proven)
      await auditOwn(context, services, db, actor, { action: 'add_second_step' })
      await fullRights(db, actor)
    }
    return makeRecoveryCodes(db, services, actor.staffId, form.key, { onlyAgain: codes })
  })
}

const codesPage = (
  form: OwnForm,
  codes: readonly string[] | null,
  done: 'second-step-on' | 'codes-made',
): Response =>
  codes === null
    ? back(form)
    : sendPage(form.context, <RecoveryCodesPage shell={ownShell(form)} codes={codes} done={done} />)

const confirm = ownForm(
  'add_second_step',
  async (form) => {
    const { services, actor, values } = form
    const key = services.secrets.open(typedValue(values, 'sealed'), offered(form))
    if (key === null) return form.context.redirect('/account/second-step', 303)
    const tried = { kind: 'code', whose: actor.staffId } as const
    const may = await mayTry(services, tried)
    const step = acceptedStep(key, typedValue(values, 'code'), services.clock.now(), never)
    if (!may || step === null) {
      const message = may
        ? 'This is not the code that your app shows now. Enter the one it shows; if it is refused again, check that your telephone’s clock is right'
        : 'Too many wrong codes. Wait 15 minutes, then try again'
      return showSetUp(form, { values: {}, errors: [{ field: 'code', message }] }, { key, formKey: form.key })
    }
    await services.database.auth((db) => wasRight(db, services, tried))
    return codesPage(form, await add(form, { key, step }), 'second-step-on')
  },
  own,
)

const askOff = ownPage(
  'remove_second_step',
  async (page) => {
    const { codes, required, passkeys } = await held(page)
    return codes
      ? sendPage(page.context, <TurnOffPage shell={ownShell(page)} needed={required && !passkeys} />)
      : back(page)
  },
  own,
)

const turnOff = ownForm(
  'remove_second_step',
  async (form) => {
    const { context, services, actor } = form
    await services.database.auth(async (db) => {
      await db.deleteFrom('second_step').where('staff_id', '=', actor.staffId).execute()
      const { passkeys } = await methodsOf(db, actor.staffId)
      if (!passkeys) await db.deleteFrom('recovery_code').where('staff_id', '=', actor.staffId).execute()
      await auditOwn(context, services, db, actor, { action: 'remove_second_step' })
    })
    return back(form, 'second-step-off')
  },
  own,
)

const askCodes = ownPage(
  'make_recovery_codes',
  async (page) => {
    const left = await page.services.database.auth((db) =>
      db
        .selectFrom('recovery_code')
        .select('code_hash')
        .where('staff_id', '=', page.actor.staffId)
        .where('used_at', 'is', null)
        .execute(),
    )
    return sendPage(
      page.context,
      <NewRecoveryCodesPage shell={ownShell(page)} formKey={page.services.ids.next()} left={left.length} />,
    )
  },
  own,
)

const makeCodes = ownForm(
  'make_recovery_codes',
  async (form) => {
    const { context, services, actor } = form
    const codes = await services.database.auth(async (db) => {
      await auditOwn(context, services, db, actor, { action: 'make_recovery_codes' })
      return makeRecoveryCodes(db, services, actor.staffId, form.key)
    })
    return codesPage(form, codes, 'codes-made')
  },
  own,
)

const route = (path: string, method: 'GET' | 'POST', audit: string, serve: Route['serve']): Route => ({
  path,
  methods: [method],
  may: 'signed_in',
  audit,
  serve,
  whileLimited: path === '/account/second-step',
})

/** Setting up one-time codes, turning them off, and making recovery codes. */
export const secondStepRoutes: readonly Route[] = [
  route('/account/second-step', 'GET', 'add_second_step', setUp),
  route('/account/second-step', 'POST', 'add_second_step', confirm),
  route('/account/second-step/off', 'GET', 'remove_second_step', askOff),
  route('/account/second-step/off', 'POST', 'remove_second_step', turnOff),
  route('/account/recovery-codes', 'GET', 'make_recovery_codes', askCodes),
  route('/account/recovery-codes', 'POST', 'make_recovery_codes', makeCodes),
]
