import type { Context } from 'hono'
import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import { keepTyped, keptTyped } from '../auth/kept-form.ts'
import type { WriteTx } from '../database/transaction.ts'
import { isId } from '../ids.ts'
import type { Refusal, Result } from '../result.ts'
import {
  type FieldError,
  type Flash,
  type FormValues,
  formFields,
  type Html,
  typedValue,
} from '../ui/index.ts'
import { sendPage, sendRefusal } from './answer.tsx'
import { auditApart, auditIn, triedWith } from './audited.ts'
import { conflictPage } from './conflict.tsx'
import { look, type PageDefinition, turnedAway } from './define-page.ts'
import { doOnce } from './idempotency.ts'
import { fieldErrors, readForm, readInput } from './input.ts'
import type { Env, FormContext, Request, Route, Services } from './route.ts'
import { rememberSaid, requestOf, shellOf } from './shell.ts'

/** Where a form leads when it is done, and what the next page says: what happened and what it changed. */
export interface Done {
  readonly to: string
  readonly said: string
  readonly people: readonly string[]
  readonly subject?: string
  /** The reason that was given, for the audit log. */
  readonly why?: string | null
}

/** What `act` gets: the address's parameters, the parsed form, and the version that the form was made from. */
interface Sent<Input, Body> {
  readonly input: Input
  readonly body: Body
  /** Null where the form carried none. */
  readonly version: number | null
  readonly request: Request
}

/** What a form was made from, as it stands now. */
export interface Versioned {
  readonly version: number
  /** What it is about: "Lee Whitaker's contact details". */
  readonly what: string
  /** Field → the question, as the form asks it. */
  readonly labels: Readonly<Record<string, string>>
  /** Of fields with answers to choose: what is sent → as the form writes it. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface FormDefinition<Input, Model, Body>
  extends Omit<PageDefinition<Input, Model>, 'show' | 'send'> {
  /** The form's fields as typed → what `act` takes; its messages say what to do next. */
  readonly body: z.ZodType<Body>
  /** What the form starts with. */
  readonly initial?: (model: Model) => FormValues
  /** The audit action of doing it; `audit` is that of looking at the form. */
  readonly does: string
  /** For a form over a record with a version: what a stale one is shown beside what was typed. */
  readonly versioned?: (model: Model) => Versioned
  /**
   * Sent again and again as it is typed: doing it twice does no harm, so it takes no key from the form, and
   * script (`accept: application/json`) is answered without a page.
   */
  readonly savesItself?: boolean
  readonly act: (tx: WriteTx, sent: Sent<Input, Body>) => Promise<Result<Done>>
  readonly show: (model: Model, context: FormContext) => Html
}

interface Again {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  /** 200: as it was typed before a session ended. */
  readonly status: 200 | 409 | 422
}

const stillHere: Flash = {
  kind: 'information',
  message: 'What you typed before your sign-in ended is still here, and not saved yet. Check it and send it.',
}

const versionOf = (values: FormValues): number | null => {
  const typed = typedValue(values, formFields.version)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null
}

/** What was typed was made from a version that is no longer there. */
const isStale = ({ status, values }: Again, stands: Versioned): boolean =>
  status === 409 || (status === 200 && versionOf(values) !== null && versionOf(values) !== stands.version)

const showForm = async <Input, Model, Body>(
  definition: FormDefinition<Input, Model, Body>,
  context: Context<Env>,
  services: Services,
  actor: Actor,
  input: Input,
  again?: Again,
): Promise<Response> => {
  const looked = await look(definition, context, services, actor, input)
  if (!looked.ok) return sendRefusal(context, services, looked.refusal)
  const { model, flash } = looked.value
  if (
    again !== undefined &&
    definition.versioned !== undefined &&
    isStale(again, definition.versioned(model))
  )
    return sendPage(
      context,
      conflictPage({
        shell: shellOf(context, services, actor),
        path: context.req.path,
        stands: definition.versioned(model),
        now: definition.initial?.(model) ?? {},
        typed: again.values,
        idempotencyKey: services.ids.next(),
      }),
      409,
    )
  const form = {
    values: again?.values ?? definition.initial?.(model) ?? {},
    errors: again?.errors ?? [],
    csrf: actor.csrf,
    idempotencyKey:
      again === undefined
        ? services.ids.next()
        : typedValue(again.values, formFields.idempotencyKey) || services.ids.next(),
    conflict: again?.status === 409,
  }
  const shell = shellOf(context, services, actor, again?.status === 200 ? stillHere : flash)
  return sendPage(
    context,
    definition.show(model, { ...requestOf(context, services, actor), shell, form }),
    again?.status ?? 200,
  )
}

const refusalOnForm = (refusal: Refusal, values: FormValues): Again => ({
  values,
  errors: [{ field: refusal.field ?? '', message: refusal.message }],
  status: refusal.kind === 'conflict' ? 409 : 422,
})

/** The reason that a form asks for, by the name of its field. */
const whyGiven = (body: unknown): string | null => {
  const { why, reason }: { readonly why?: unknown; readonly reason?: unknown } = Object(body)
  const given = why ?? reason
  return typeof given === 'string' ? given : null
}

const act = <Input, Model, Body>(
  definition: FormDefinition<Input, Model, Body>,
  context: Context<Env>,
  services: Services,
  actor: Actor,
  sent: Sent<Input, Body> & { readonly key: string },
): Promise<Result<Pick<Done, 'to'>>> =>
  services.database.write(actor, (tx) =>
    doOnce(tx, sent.key, context.req.path, async () => {
      const done = await definition.act(tx, sent)
      if (done.ok)
        await auditIn(tx, context, services, actor, {
          action: definition.does,
          outcome: 'done',
          people: done.value.people,
          subject: done.value.subject ?? null,
          why: done.value.why ?? whyGiven(sent.body),
        })
      return done
    }),
  )

/** Sent by script as it is typed, which reads no page. */
const byScript = ({ savesItself }: { readonly savesItself?: boolean }, context: Context<Env>): boolean =>
  savesItself === true && context.req.header('accept') === 'application/json'

const post = async <Input, Model, Body>(
  definition: FormDefinition<Input, Model, Body>,
  context: Context<Env>,
  services: Services,
  actor: Actor,
  input: Input,
): Promise<Response> => {
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  const values = typed.value
  if (typedValue(values, formFields.csrf) !== actor.csrf)
    return showForm(definition, context, services, actor, input, {
      values,
      errors: [
        {
          field: '',
          message:
            'Your sign-in changed since this page was opened. What you typed is still here: check it and send it again.',
        },
      ],
      status: 422,
    })
  const parsed = definition.body.safeParse(values)
  if (!parsed.success)
    return showForm(definition, context, services, actor, input, {
      values,
      errors: fieldErrors(parsed.error),
      status: 422,
    })
  const given = typedValue(values, formFields.idempotencyKey)
  const key = isId(given) && definition.savesItself !== true ? given : services.ids.next()
  const request = requestOf(context, services, actor)
  const done = await act(definition, context, services, actor, {
    input,
    body: parsed.data,
    version: versionOf(values),
    request,
    key,
  })
  if (done.ok) {
    if (byScript(definition, context)) return context.body(null, 204)
    rememberSaid(context, services, key)
    return context.redirect(done.value.to, 303)
  }
  await auditApart(context, services, actor, {
    action: definition.does,
    outcome: 'refused',
    people: triedWith(context),
    subject: context.req.path,
  })
  return done.refusal.kind === 'not_found' || done.refusal.kind === 'forbidden'
    ? sendRefusal(context, services, done.refusal)
    : showForm(definition, context, services, actor, input, refusalOnForm(done.refusal, values))
}

const serve =
  <Input, Model, Body>(definition: FormDefinition<Input, Model, Body>): Route['serve'] =>
  async (context, services) => {
    const isSent = context.req.method === 'POST'
    if (isSent && context.get('actor') === null)
      return byScript(definition, context) ? context.body(null, 401) : keepTyped(context, services)
    const actor = await turnedAway(context, services, definition.may, definition.does)
    if (actor instanceof Response) return actor
    const input = readInput(context, definition.input)
    if (!input.ok) return sendRefusal(context, services, input.refusal)
    if (isSent) return post(definition, context, services, actor, input.value)
    const typed = await keptTyped(context, services, actor)
    const again: Again | undefined = typed === null ? undefined : { values: typed, errors: [], status: 200 }
    return showForm(definition, context, services, actor, input.value, again)
  }

/**
 * A form: shown, sent, shown again exactly as typed with each error linked to its field, done once, then left.
 * `act` runs in one writing transaction with the audit event; a refusal from it rolls everything back.
 */
export const defineForm = <Input, Model, Body>(definition: FormDefinition<Input, Model, Body>): Route => ({
  path: definition.path,
  methods: ['GET', 'POST'],
  may: definition.may,
  audit: definition.does,
  serve: serve(definition),
})
