import { z } from 'zod'
import { dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Button, DateInput, dayWords, Form, Layout, PageHeading, TextInput } from '../../platform/ui/index.ts'
import { leaveWith } from '../../workforce/index.ts'
import { moveLeaveReturn } from '../actions/moveLeaveReturn.ts'
import { formAddress } from '../return-to.ts'
import { withCaseload } from './caseload.tsx'
import { mayChange } from './one-leave.tsx'

/** Moves the day of return, later or earlier; cover moves with it. */
export const leaveReturn = defineForm({
  path: '/leave/:leaveId/return',
  may: withCaseload,
  input: z.object({ leaveId: z.uuid() }),
  body: formOf({
    returns: dayField('Enter the first day back'),
    why: textField('Say why the day moves', 200),
  }),
  load: async (tx, { leaveId }, request) => {
    const leave = await leaveWith(tx, leaveId)
    return leave === undefined || !mayChange(leave, request)
      ? refused('not_found', 'There is no such leave.')
      : ok(leave)
  },
  initial: ({ returns_on }) => dayValues('returns', returns_on),
  versioned: ({ version, full_name }) => ({
    version,
    what: `the day of return of ${full_name}`,
    labels: { returns: 'First day back', why: 'Why does it move?' },
  }),
  audit: { action: 'view_leave_return', people: () => [], subject: ({ id }) => id },
  does: 'move_return',
  act: async (tx, { input: { leaveId }, body, version, request: { actor } }) => {
    const leave = await leaveWith(tx, leaveId)
    const moved = await moveLeaveReturn(tx, { leaveId, ...body, version, recordedBy: actor.staffId })
    if (!moved.ok) return moved
    return ok({
      to: `/leave/${leaveId}`,
      said: `${leave?.full_name ?? 'They'} is back on ${dayWords(body.returns, tx.today)}: whoever is covered goes back to them that day.`,
      people: [],
      subject: leaveId,
    })
  },
  show: (leave, context) => (
    <Layout
      shell={context.shell}
      title={`When ${leave.full_name} is back`}
      errors={context.form.errors}
      back={{ href: `/leave/${leave.id}`, text: 'Back to this leave' }}
    >
      <PageHeading title={`When ${leave.full_name} is back`} />
      <Form
        action={formAddress(context)}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
        version={leave.version}
      >
        <DateInput
          {...context.form}
          name="returns"
          label="First day back"
          hint="Later, or earlier. The first day away calls a leave off that has not begun"
        />
        <TextInput {...context.form} name="why" label="Why does it move?" />
        <Button text="Save" />
      </Form>
    </Layout>
  ),
})
