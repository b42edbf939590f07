import type { Context } from 'hono'
import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import type { ReadTx } from '../database/transaction.ts'
import type { Result } from '../result.ts'
import type { Flash, Html } from '../ui/index.ts'
import { sendPage, sendRefusal } from './answer.tsx'
import { auditApart, auditIn, triedWith } from './audited.ts'
import { readInput } from './input.ts'
import type { Env, May, PageContext, Request, Route, Services } from './route.ts'
import { requestOf, shellOf, whatWasSaid } from './shell.ts'

/** What looking at a page writes to the audit log: an action, and the people shown (a list is one event). */
interface ViewAudit<Model> {
  readonly action: string
  readonly people: (model: Model) => readonly string[]
  readonly subject?: (model: Model) => string | null
}

export interface PageDefinition<Input, Model> {
  /** Hono path, such as `/people/:personId`. */
  readonly path: string
  readonly may: Exclude<May, 'anyone'>
  readonly audit: ViewAudit<Model>
  /** Path parameters and query; what does not parse answers as nothing there. Give list filters a `.catch()`. */
  readonly input: z.ZodType<Input>
  readonly load: (tx: ReadTx, input: Input, request: Request) => Promise<Result<Model>>
  readonly show: (model: Model, context: PageContext) => Html
  /** For what is no page: an image, a file. Given, `show` is not used. */
  readonly send?: (model: Model, context: Context<Env>) => Response
}

const allowed = (may: May, actor: Actor): boolean =>
  may === 'anyone' || may === 'signed_in' || may.includes(actor.role)

/** Sends those who are not signed in to the sign-in page and back; null where the actor may go on. */
export const turnedAway = async (
  context: Context<Env>,
  services: Services,
  may: May,
  action: string,
): Promise<Response | Actor> => {
  const actor = context.get('actor')
  if (actor === null) {
    const back = context.req.method === 'GET' ? new URL(context.req.url) : null
    return context.redirect(
      back === null ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back.pathname + back.search)}`,
      303,
    )
  }
  if (allowed(may, actor)) return actor
  await auditApart(context, services, actor, { action, outcome: 'refused', people: triedWith(context) })
  return sendRefusal(context, services, { kind: 'forbidden', message: '' })
}

interface Looked<Model> {
  readonly model: Model
  readonly flash: Flash | undefined
}

/** Loads a page's model and writes that it was looked at, in one transaction, before anything is sent. */
export const look = <Input, Model>(
  definition: Pick<PageDefinition<Input, Model>, 'audit' | 'load'>,
  context: Context<Env>,
  services: Services,
  actor: Actor,
  input: Input,
): Promise<Result<Looked<Model>>> =>
  services.database.read(actor, async (tx) => {
    const flash = await whatWasSaid(context, services, tx)
    const loaded = await definition.load(tx, input, requestOf(context, services, actor))
    if (!loaded.ok) {
      await auditIn(tx, context, services, actor, {
        action: definition.audit.action,
        outcome: 'refused',
        people: triedWith(context),
        subject: context.req.path,
      })
      return loaded
    }
    await auditIn(tx, context, services, actor, {
      action: definition.audit.action,
      outcome: 'done',
      people: definition.audit.people(loaded.value),
      subject: definition.audit.subject?.(loaded.value) ?? null,
    })
    return { ok: true, value: { model: loaded.value, flash } }
  })

const serve =
  <Input, Model>(definition: PageDefinition<Input, Model>): Route['serve'] =>
  async (context, services) => {
    const actor = await turnedAway(context, services, definition.may, definition.audit.action)
    if (actor instanceof Response) return actor
    const input = readInput(context, definition.input)
    if (!input.ok) return sendRefusal(context, services, input.refusal)
    const looked = await look(definition, context, services, actor, input.value)
    if (!looked.ok) return sendRefusal(context, services, looked.refusal)
    if (definition.send !== undefined) return definition.send(looked.value.model, context)
    const shell = shellOf(context, services, actor, looked.value.flash)
    return sendPage(
      context,
      definition.show(looked.value.model, { ...requestOf(context, services, actor), shell }),
    )
  }

/** A page that is looked at: who may, what is audited, what it takes, loads and shows. */
export const definePage = <Input, Model>(definition: PageDefinition<Input, Model>): Route => ({
  path: definition.path,
  methods: ['GET'],
  may: definition.may,
  audit: definition.audit.action,
  serve: serve(definition),
})
