import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import { sendPage, sendRefusal } from '../http/answer.tsx'
import { readForm } from '../http/input.ts'
import type { Env, Route, Services } from '../http/route.ts'
import { shellOf } from '../http/shell.ts'
import { emptyForm, type FormState, typedValue } from '../ui/index.ts'
import { auditAtDoor } from './audit.ts'
import { CodePage, RecoveryCodePage } from './code-pages.tsx'
import { letIn } from './let-in.ts'
import { useRecoveryCode } from './second-step/recovery-codes.ts'
import { methodsOf, takeCode } from './second-step/second-step.ts'
import type { Means } from './session.ts'
import { endStep, type Waiting, waitingStep } from './step.ts'
import { fromAddress, mayTry, type Tried, wasRight } from './throttle.ts'

interface Kind {
  readonly field: 'code' | 'recovery_code'
  readonly means: Means
  readonly wrong: string
  readonly Page: typeof CodePage
  take(db: Transaction<DB>, services: Services, staffId: string, typed: string): Promise<boolean>
}

const oneTime: Kind = {
  field: 'code',
  means: 'password_and_code',
  wrong: 'The code is not right, or was used already. Enter the one that your app shows now',
  Page: CodePage,
  take: takeCode,
}

const recovery: Kind = {
  field: 'recovery_code',
  means: 'password_and_recovery_code',
  wrong: 'This is not one of your recovery codes, or it was used already. Enter another',
  Page: RecoveryCodePage,
  take: (db, services, staffId, typed) => useRecoveryCode(db, services.clock.now(), staffId, typed),
}

type Outcome = 'in' | 'no_role' | 'wrong' | 'too_often'

const whyNot = (kind: Kind, outcome: Exclude<Outcome, 'in'>): string =>
  ({
    wrong: kind.wrong,
    too_often: 'Too many wrong codes. Wait 15 minutes, then try again',
    no_role: 'Your account has no role now. Ask your team leader to give you one',
  })[outcome]

const tryCode = async (
  kind: Kind,
  context: Context<Env>,
  services: Services,
  waiting: Waiting,
  typed: string,
): Promise<Outcome> => {
  const { staffId } = waiting
  const tried: readonly Tried[] = [{ kind: 'code', whose: staffId }, fromAddress(context.get('address'))]
  const may = await mayTry(services, ...tried)
  return services.database.auth(async (db) => {
    const right = may && (await kind.take(db, services, staffId, typed))
    if (!right) {
      await auditAtDoor(context, services, db, {
        action: 'sign_in',
        outcome: 'refused',
        staffId,
        subject: kind.means,
      })
      return may ? 'wrong' : 'too_often'
    }
    await wasRight(db, services, ...tried)
    await endStep(context, services, db, waiting)
    return letIn(context, services, db, { staffId, means: kind.means })
  })
}

const show = async (
  { Page }: Kind,
  context: Context<Env>,
  services: Services,
  waiting: Waiting,
  form: FormState,
): Promise<Response> => {
  const methods = await services.database.auth((db) => methodsOf(db, waiting.staffId))
  const shell = shellOf(context, services, null)
  return sendPage(
    context,
    <Page shell={shell} form={form} methods={methods} />,
    form.errors.length > 0 ? 422 : 200,
  )
}

const withCode =
  (kind: Kind): Route['serve'] =>
  async (context, services) => {
    const waiting = await waitingStep(context, services)
    if (waiting === null) return context.redirect('/sign-in', 303)
    if (context.req.method === 'GET') return show(kind, context, services, waiting, emptyForm)
    const typed = await readForm(context)
    if (!typed.ok) return sendRefusal(context, services, typed.refusal)
    const outcome = await tryCode(kind, context, services, waiting, typedValue(typed.value, kind.field))
    if (outcome === 'in') return context.redirect(waiting.to, 303)
    const errors = [{ field: kind.field, message: whyNot(kind, outcome) }]
    return show(kind, context, services, waiting, { values: {}, errors })
  }

/** The second step of signing in: a one-time code, or a recovery code. */
export const codeRoutes: readonly Route[] = [
  {
    path: '/sign-in/code',
    methods: ['GET', 'POST'],
    may: 'anyone',
    audit: 'sign_in',
    serve: withCode(oneTime),
  },
  {
    path: '/sign-in/recovery-code',
    methods: ['GET', 'POST'],
    may: 'anyone',
    audit: 'sign_in',
    serve: withCode(recovery),
  },
]
