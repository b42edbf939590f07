import { z } from 'zod'
import { choicesField, defineForm, formOf } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Button, Checkbox, Form, Layout, PageHeading } from '../../platform/ui/index.ts'
import { leaveWith } from '../../workforce/index.ts'
import { nameCover } from '../actions/nameCover.ts'
import { coverNamedWords, staffIds } from '../leave-words.ts'
import { servicesOf } from '../person-in-service.ts'
import { teamLoad } from '../queries/teamLoad.ts'
import { formAddress } from '../return-to.ts'
import { withCaseload } from './caseload.tsx'
import { Colleagues } from './colleagues.tsx'
import { mayChange } from './one-leave.tsx'

/** Names who covers during a leave: whoever nobody covers yet, or everybody anew. */
export const leaveCover = defineForm({
  path: '/leave/:leaveId/cover',
  may: withCaseload,
  input: z.object({ leaveId: z.uuid() }),
  body: formOf({
    colleagues: staffIds.refine((chosen) => chosen.length > 0, 'Choose who covers'),
    everybody: choicesField(['yes']),
  }),
  load: async (tx, { leaveId }, request) => {
    const leave = await leaveWith(tx, leaveId)
    if (leave === undefined || !mayChange(leave, request))
      return refused('not_found', 'There is no such leave.')
    const workers = await teamLoad(tx, servicesOf(request.actor))
    return ok({ leave, colleagues: workers.filter(({ staff_id }) => staff_id !== leave.staff_id) })
  },
  audit: { action: 'view_leave_cover', people: () => [], subject: ({ leave }) => leave.id },
  does: 'name_cover',
  act: async (tx, { input: { leaveId }, body, request: { actor } }) => {
    const cover = await nameCover(tx, {
      leaveId,
      services: servicesOf(actor),
      colleagues: body.colleagues,
      everybody: body.everybody.includes('yes'),
      by: actor.staffId,
    })
    if (!cover.ok) return cover
    return ok({ to: `/leave/${leaveId}`, said: coverNamedWords(cover.value), people: [], subject: leaveId })
  },
  show: ({ leave, colleagues }, context) => (
    <Layout
      shell={context.shell}
      title={`Who covers for ${leave.full_name}`}
      errors={context.form.errors}
      back={{ href: `/leave/${leave.id}`, text: 'Back to this leave' }}
    >
      <PageHeading title={`Who covers for ${leave.full_name}`} />
      <Form
        action={formAddress(context)}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Colleagues
          context={context}
          colleagues={colleagues}
          label="Who covers?"
          hint="People are shared out evenly among those you choose"
        />
        <Checkbox
          {...context.form}
          name="everybody"
          label="Share out everybody anew, also those who are covered already"
        />
        <Button text="Save" />
      </Form>
    </Layout>
  ),
})
