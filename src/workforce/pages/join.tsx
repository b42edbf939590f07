import type { Context } from 'hono'
import { z } from 'zod'
import { appendAudit } from '../../platform/audit/append.ts'
import { readJoinCode } from '../../platform/auth/join-code.ts'
import { fromAddress, mayTry, type Tried, throttledMinutes, wasRight } from '../../platform/auth/throttle.ts'
import { sendPage, sendRefusal } from '../../platform/http/answer.tsx'
import type { Route, Services } from '../../platform/http/index.ts'
import { fieldErrors, readForm } from '../../platform/http/input.ts'
import type { Env } from '../../platform/http/route.ts'
import { shellOf } from '../../platform/http/shell.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  Layout,
  PageHeading,
  PasswordInput,
  TextInput,
  typedValue,
} from '../../platform/ui/index.ts'
import { acceptInvitation } from '../actions/acceptInvitation.ts'

const body = z.object({
  code: z
    .string({ error: 'Enter the code that you were given' })
    .trim()
    .min(1, 'Enter the code that you were given'),
  sign_in_name: z
    .string({ error: 'Choose a sign-in name' })
    .trim()
    .min(3, 'Choose a sign-in name of at least 3 characters')
    .max(100, 'Choose a sign-in name of at most 100 characters')
    .regex(/^[^\s]+$/, 'Choose a sign-in name without spaces'),
  password: z.string({ error: 'Choose a password' }).min(1, 'Choose a password'),
})

const show = (context: Context<Env>, services: Services, form: FormState): Response =>
  sendPage(
    context,
    <Layout shell={shellOf(context, services, null)} title="Join with a code" errors={form.errors}>
      <PageHeading title="Join with a code" />
      <p class="govuk-body">
        Your team leader gave you a code. With it you choose how you sign in. It works once.
      </p>
      <Form action="/join" csrf="">
        <TextInput {...form} name="code" label="Code" hint="Like 7KQ4M-2ABCD-9XYZ3" autocomplete="off" />
        <TextInput
          {...form}
          name="sign_in_name"
          label="Choose a sign-in name"
          hint="What you will type to sign in, such as your work e-mail address"
          autocomplete="username"
        />
        <PasswordInput
          {...form}
          name="password"
          label="Choose a password"
          hint="At least 12 characters: three random words do well"
          autocomplete="new-password"
        />
        <Button text="Save and go on to signing in" />
      </Form>
    </Layout>,
    form.errors.length > 0 ? 422 : 200,
  )

type Joined = Result<string>

const tooOften = refused(
  'invalid',
  `Too many tries. Wait ${throttledMinutes} minutes, then try again, or ask your team leader for another code`,
  'code',
)

/** The code as it is counted, however it was typed; what cannot be one is counted by the address alone. */
const triesOf = (context: Context<Env>, code: string): readonly Tried[] => {
  const bare = readJoinCode(code)
  const from = fromAddress(context.get('address'))
  return bare === null ? [from] : [{ kind: 'joining', whose: bare }, from]
}

const join = async (
  context: Context<Env>,
  services: Services,
  given: z.infer<typeof body>,
): Promise<Joined> => {
  const tried = triesOf(context, given.code)
  const may = await mayTry(services, ...tried)
  return services.database.auth(async (db) => {
    const now = services.clock.now()
    const joining = { code: given.code, signInName: given.sign_in_name, password: given.password, now }
    const joined = may ? await acceptInvitation(db, joining) : tooOften
    if (joined.ok) await wasRight(db, services, ...tried)
    await appendAudit(db, {
      id: services.ids.next(),
      at: now,
      staffId: joined.ok ? joined.value : null,
      role: null,
      serviceIds: [],
      action: 'join_with_code',
      outcome: joined.ok ? 'done' : 'refused',
      people: [],
      subject: may ? null : 'too_often',
      address: context.get('address'),
      requestId: context.get('requestId'),
    })
    return joined
  })
}

const serve: Route['serve'] = async (context, services) => {
  if (context.req.method === 'GET') return show(context, services, emptyForm)
  const typed = await readForm(context)
  if (!typed.ok) return sendRefusal(context, services, typed.refusal)
  const values = {
    code: typedValue(typed.value, 'code'),
    sign_in_name: typedValue(typed.value, 'sign_in_name'),
  }
  const parsed = body.safeParse(typed.value)
  if (!parsed.success) return show(context, services, { values, errors: fieldErrors(parsed.error) })
  const joined = await join(context, services, parsed.data)
  if (joined.ok) return context.redirect('/sign-in', 303)
  const { field, message } = joined.refusal
  return show(context, services, { values, errors: [{ field: field ?? 'code', message }] })
}

/** Where somebody who was invited, or forgot their password, uses the code they were given. */
export const joinRoute: Route = {
  path: '/join',
  methods: ['GET', 'POST'],
  may: 'anyone',
  audit: 'join_with_code',
  serve,
}
