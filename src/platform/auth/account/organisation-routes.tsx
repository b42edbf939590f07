import { sendPage } from '../../http/answer.tsx'
import { auditApart } from '../../http/audited.ts'
import type { Route } from '../../http/route.ts'
import { type FormState, typedValue } from '../../ui/index.ts'
import { auditOwn } from '../audit.ts'
import { OrganisationPage, type SecondStepUse } from './organisation-page.tsx'
import { type Own, ownForm, ownPage, ownShell } from './own.ts'

const path = '/organisation/signing-in'
const may = ['administrator'] as const
const ways = { may, recent: true } as const

/** How many of the administrator's organisation sign in, and how many of them with more than a password. */
const useOf = ({ services, actor }: Own): Promise<SecondStepUse> =>
  services.database.auth((db) =>
    db
      .selectFrom('staff as me')
      .innerJoin('organisation', 'organisation.id', 'me.organisation_id')
      .innerJoin('staff', 'staff.organisation_id', 'organisation.id')
      .innerJoin('credential', 'credential.staff_id', 'staff.id')
      .leftJoin('second_step', 'second_step.staff_id', 'staff.id')
      .select((at) => [
        'organisation.id',
        'organisation.name',
        'organisation.second_step_required as required',
        at.fn.countAll<number>().as('staff'),
        at.fn
          .countAll<number>()
          .filterWhere((where) =>
            where.or([
              where('second_step.staff_id', 'is not', null),
              where.exists(
                where.selectFrom('passkey').select('id').whereRef('passkey.staff_id', '=', 'staff.id'),
              ),
            ]),
          )
          .as('withMore'),
      ])
      .where('me.id', '=', actor.staffId)
      .where('staff.active', '=', true)
      .groupBy(['organisation.id', 'organisation.name', 'organisation.second_step_required'])
      .executeTakeFirstOrThrow(),
  )

const show = async (own: Own, form: Pick<FormState, 'errors'>): Promise<Response> => {
  const use = await useOf(own)
  const values = { required: use.required ? 'yes' : 'no' }
  const page = <OrganisationPage shell={ownShell(own)} form={{ ...form, values }} use={use} />
  return sendPage(own.context, page, form.errors.length > 0 ? 422 : 200)
}

const look = ownPage(
  'view_second_step_rule',
  async (own) => {
    await auditApart(own.context, own.services, own.actor, {
      action: 'view_second_step_rule',
      outcome: 'done',
      people: [],
    })
    return show(own, { errors: [] })
  },
  ways,
)

const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
])

const change = ownForm(
  'set_second_step_rule',
  async (form) => {
    const { context, services, actor, values } = form
    const required = answers.get(typedValue(values, 'required'))
    if (required === undefined)
      return show(form, { errors: [{ field: 'required', message: 'Say whether a password is enough' }] })
    const { id } = await useOf(form)
    await services.database.auth(async (db) => {
      await db
        .updateTable('organisation')
        .set({ second_step_required: required })
        .where('id', '=', id)
        .execute()
      const subject = required ? 'required' : 'not required'
      await auditOwn(context, services, db, actor, { action: 'set_second_step_rule', subject })
    })
    return context.redirect(`${path}?done=rule`, 303)
  },
  ways,
)

/** Whether an organisation's staff need more than a password: its administrators say so. */
export const organisationRoutes: readonly Route[] = [
  { path, methods: ['GET'], may, audit: 'view_second_step_rule', serve: look },
  { path, methods: ['POST'], may, audit: 'set_second_step_rule', serve: change },
]
