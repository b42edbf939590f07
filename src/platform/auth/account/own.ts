import type { Context } from 'hono'
import type { StaffRole } from '../../database/schema.ts'
import { sendRefusal } from '../../http/answer.tsx'
import { turnedAway } from '../../http/define-page.ts'
import { readForm } from '../../http/input.ts'
import type { Env, Route, Services } from '../../http/route.ts'
import { shellOf } from '../../http/shell.ts'
import { isId } from '../../ids.ts'
import { type FormValues, formFields, type Shell, typedValue } from '../../ui/index.ts'
import type { Actor } from '../actor.ts'

/** A request about one's own account. */
export interface Own {
  readonly context: Context<Env>
  readonly services: Services
  readonly actor: Actor
}

/** The same, sent with a form of this very session. */
export interface OwnForm extends Own {
  readonly values: FormValues
  /** Made with the form: sent twice, it is the same. */
  readonly key: string
}

/** What was done, by the word in the address that says so once. */
const said: ReadonlyMap<string, string> = new Map([
  ['password', 'Your password was changed. Every other browser was signed out.'],
  ['second-step-off', 'Your app’s codes are not asked for any more.'],
  ['second-step-on', 'Your second step is set up. From now on you are asked for a code after your password.'],
  ['codes-made', 'Your new recovery codes are the ones that work from now on.'],
  ['passkey-added', 'The passkey was added. You can sign in with it from now on.'],
  ['passkey-removed', 'The passkey was removed. Nobody can sign in with it any more.'],
  ['rule', 'Saved. It counts from each one’s next sign-in.'],
  ['ended', 'That browser was signed out.'],
])

export const ownShell = ({ context, services, actor }: Own): Shell => {
  const words = said.get(context.req.query('done') ?? '')
  return shellOf(
    context,
    services,
    actor,
    words === undefined ? undefined : { kind: 'success', message: words },
  )
}

export const back = ({ context }: Own, done?: string): Response =>
  context.redirect(done === undefined ? '/account' : `/account?done=${done}`, 303)

const recentMinutes = 15

/**
 * Sends somebody who signed in more than a quarter of an hour ago to sign in again: who finds a browser open may not
 * add a way in of their own.
 */
const signInAgain = ({ context, services, actor }: Own): Response | null => {
  const since = services.clock.now().subtract({ minutes: recentMinutes })
  if (Temporal.Instant.compare(actor.session.beganAt, since) >= 0) return null
  const page = context.req.method === 'GET' ? context.req.path : '/account'
  return context.redirect(`/sign-in?to=${encodeURIComponent(page)}&again=yes`, 303)
}

interface Ways {
  /** Only to somebody who has just signed in. */
  readonly recent?: boolean
  /** Only to these roles. */
  readonly may?: readonly StaffRole[]
}

/** Serves a page about one's own account. */
export const ownPage =
  (
    action: string,
    work: (own: Own) => Promise<Response>,
    { recent = false, may }: Ways = {},
  ): Route['serve'] =>
  async (context, services) => {
    const actor = await turnedAway(context, services, may ?? 'signed_in', action)
    if (actor instanceof Response) return actor
    const own = { context, services, actor }
    return (recent ? signInAgain(own) : null) ?? work(own)
  }

/** Serves a form of one's own account: only what was sent from a page of this session. */
export const ownForm = (
  action: string,
  work: (form: OwnForm) => Promise<Response>,
  ways: Ways = {},
): Route['serve'] =>
  ownPage(
    action,
    async (own) => {
      const { context, services, actor } = own
      const typed = await readForm(context)
      if (!typed.ok) return sendRefusal(context, services, typed.refusal)
      if (typedValue(typed.value, formFields.csrf) !== actor.csrf)
        return sendRefusal(context, services, {
          kind: 'forbidden',
          message: 'This page was opened under another sign-in. Open it again.',
        })
      const given = typedValue(typed.value, formFields.idempotencyKey)
      return work({ ...own, values: typed.value, key: isId(given) ? given : services.ids.next() })
    },
    ways,
  )
