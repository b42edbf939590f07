import { z } from 'zod'
import type { Actor } from '../../platform/auth/actor.ts'
import { dayField, defineForm, type FormContext, formOf } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Button,
  DateInput,
  dayWords,
  Form,
  type Html,
  Layout,
  PageHeading,
  Select,
} from '../../platform/ui/index.ts'
import { recordLeave } from '../../workforce/index.ts'
import { nameCover } from '../actions/nameCover.ts'
import { coverNamedWords, staffIds } from '../leave-words.ts'
import { servicesOf } from '../person-in-service.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { withCaseload } from './caseload.tsx'
import { Colleagues } from './colleagues.tsx'

const namesOf = (workers: readonly WorkerLoad[]) => [
  ...new Map(
    workers.map(({ staff_id, full_name }) => [staff_id, { value: staff_id, text: full_name }]),
  ).values(),
]

const isLeader = ({ role }: Pick<Actor, 'role'>): boolean => role === 'team_leader'

const Page = ({
  workers,
  context,
}: {
  readonly workers: readonly WorkerLoad[]
  readonly context: FormContext
}): Html => (
  <Layout
    shell={context.shell}
    title="Record leave"
    errors={context.form.errors}
    back={{ href: '/leave', text: 'Back to leave and cover' }}
  >
    <PageHeading title="Record leave" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <p class="govuk-body">Why somebody is away is not asked.</p>
        <Form action="/leave/new" csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
          {isLeader(context.actor) && (
            <Select {...context.form} name="staff" label="Who is away?" items={namesOf(workers)} />
          )}
          <DateInput {...context.form} name="from" label="First day away" />
          <DateInput {...context.form} name="returns" label="First day back" />
          <Colleagues
            context={context}
            colleagues={workers}
            label="Who covers?"
            hint="People are shared out evenly among those you choose. On the first day back they go back by themselves. You can leave this and name cover later"
          />
          <Button text="Record leave" />
        </Form>
      </div>
    </div>
  </Layout>
)

/** Records that the actor, or for a team leader a colleague, is away until a day, and who covers. */
export const newLeave = defineForm({
  path: '/leave/new',
  may: withCaseload,
  input: z.object({}),
  body: formOf({
    staff: z.uuid({ error: 'Choose who is away' }).or(z.literal('')).optional(),
    from: dayField('Enter the first day away'),
    returns: dayField('Enter the first day back'),
    colleagues: staffIds,
  }),
  load: async (tx, _input, { actor }) => ok(await teamLoad(tx, servicesOf(actor))),
  initial: () => ({}),
  audit: { action: 'view_new_leave', people: () => [] },
  does: 'record_leave',
  act: async (tx, { body, request: { actor } }) => {
    const services = servicesOf(actor)
    const staffId = isLeader(actor) ? body.staff || actor.staffId : actor.staffId
    const away = (await teamLoad(tx, services)).find(({ staff_id }) => staff_id === staffId)
    if (away === undefined) return refused('invalid', 'Choose somebody of your team', 'staff')
    const leave = await recordLeave(tx, {
      staffId,
      from: body.from,
      returns: body.returns,
      recordedBy: actor.staffId,
    })
    if (!leave.ok) return leave
    const cover = await nameCover(tx, {
      leaveId: leave.value,
      services,
      colleagues: body.colleagues,
      everybody: false,
      by: actor.staffId,
    })
    if (!cover.ok) return cover
    return ok({
      to: `/leave/${leave.value}`,
      said: `${away.full_name} is away until ${dayWords(body.returns, tx.today)}. ${coverNamedWords(cover.value)}`,
      people: [],
      subject: leave.value,
    })
  },
  show: (workers, context) => <Page workers={workers} context={context} />,
})
