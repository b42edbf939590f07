import type { Context } from 'hono'
import { sendRefusal } from '../../http/answer.tsx'
import { readForm } from '../../http/input.ts'
import type { Env, Route, Services } from '../../http/route.ts'
import { typedValue } from '../../ui/index.ts'
import { auditAtDoor } from '../audit.ts'
import { letIn } from '../let-in.ts'
import { relyingParty } from '../origin.ts'
import { safeTo } from '../safe-to.ts'
import { fromAddress, mayTry, type Tried, wasRight } from '../throttle.ts'
import { checkSigned, optionsToSignIn, passkeyNamed } from './use-passkey.ts'

const options: Route['serve'] = async (context, services) => {
  const party = relyingParty(context, services)
  const may = await mayTry(services, { kind: 'asking', whose: context.get('address') ?? 'no address' })
  return party === null || !may
    ? sendRefusal(context, services, { kind: 'not_found', message: '' })
    : context.json(await optionsToSignIn(services, party))
}

type Outcome = 'in' | 'no_role' | 'wrong' | 'too_often'

const enter = async (context: Context<Env>, services: Services, answer: string): Promise<Outcome> => {
  const tried: readonly Tried[] = [
    { kind: 'passkey', whose: passkeyNamed(answer) },
    fromAddress(context.get('address')),
  ]
  const may = await mayTry(services, ...tried)
  const party = relyingParty(context, services)
  const checked = may && party !== null ? await checkSigned(services, party, answer) : null
  return services.database.auth(async (db) => {
    const { right, staffId, counter } = checked ?? { right: false, staffId: null, counter: 0 }
    if (!right || staffId === null) {
      const refused = { action: 'sign_in', outcome: 'refused', staffId, subject: 'passkey' } as const
      await auditAtDoor(context, services, db, refused)
      return may ? 'wrong' : 'too_often'
    }
    await wasRight(db, services, ...tried)
    await db
      .updateTable('passkey')
      .set({ counter, used_at: services.clock.now() })
      .where('id', '=', passkeyNamed(answer))
      .execute()
    return letIn(context, services, db, { staffId, means: 'passkey' })
  })
}

const signIn: Route['serve'] = async (context, services) => {
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  const to = safeTo(typedValue(typed.value, 'to'))
  const outcome = await enter(context, services, typedValue(typed.value, 'answer'))
  return outcome === 'in'
    ? context.redirect(to, 303)
    : context.redirect(`/sign-in?to=${encodeURIComponent(to)}&why=passkey_${outcome}`, 303)
}

/** Signing in with a passkey alone. */
export const passkeySignInRoutes: readonly Route[] = [
  { path: '/sign-in/passkey/options', methods: ['POST'], may: 'anyone', audit: 'none: asks', serve: options },
  { path: '/sign-in/passkey', methods: ['POST'], may: 'anyone', audit: 'sign_in', serve: signIn },
]
