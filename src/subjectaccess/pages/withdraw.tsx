import { dayField, dayValues, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, Textarea } from '../../platform/ui/index.ts'
import { withdrawRequest } from '../actions/withdrawRequest.ts'
import { isOpen } from '../model.ts'
import { requestForm } from './request-form.tsx'

/** Closes a request that whoever asked took back. */
export const withdrawPage = requestForm({
  path: 'withdraw',
  may: ['team_leader'],
  body: formOf({
    withdrawn: dayField('Enter the day on which it was taken back'),
    how: textField('Say who took it back, and how you know', 500),
  }),
  initial: (today) => dayValues('withdrawn', today),
  title: 'Taken back',
  heading: 'Close a request that was taken back',
  button: 'Close the request',
  looks: 'view_withdraw_access',
  does: 'withdraw_access_request',
  whyNot: ({ state }) => (isOpen(state) ? null : 'This request is over: there is nothing to take back.'),
  first: () => 'Only whoever asked can take it back. They may ask again whenever they want.',
  questions: (_request, form) => (
    <>
      <DateInput {...form} name="withdrawn" label="On which day was it taken back?" />
      <Textarea
        {...form}
        name="how"
        label="Who took it back, and how do you know?"
        hint="Lee told their worker on the wing, and signed for it"
        rows={2}
      />
    </>
  ),
  act: async (tx, request, { withdrawn, how }) => {
    const done = await withdrawRequest(tx, request, { on: withdrawn, how })
    return done.ok
      ? ok('Closed as taken back. What was copied for it and has not left is deleted tonight.')
      : done
  },
})
