import { z } from 'zod'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { TextInput } from '../../platform/ui/index.ts'
import { inviteStaff } from '../actions/inviteStaff.ts'
import { rolesThatKeepAccounts } from '../model.ts'
import { keptServices } from '../queries/keptServices.ts'
import { firstDayField, PostFields, postField, postOf } from './post-fields.tsx'
import { StaffForm } from './staff-frame.tsx'

/** Adds somebody to the staff; a code for signing in is made on the next page. */
export const newStaffPage = defineForm({
  path: '/staff/new',
  may: rolesThatKeepAccounts,
  input: z.object({}),
  body: formOf({
    name: textField('Enter their name, as colleagues know it', 100),
    post: postField,
    first_day: firstDayField,
  }),
  load: async (tx) => ok(await keptServices(tx)),
  audit: { action: 'view_new_staff', people: () => [] },
  does: 'invite_staff',
  act: async (tx, { body, request: { actor } }) => {
    const post = postOf(body, actor)
    if (post === null) return refused('invalid', 'Choose a role and where', 'post')
    const invited = await inviteStaff(tx, { name: body.name, post })
    if (!invited.ok) return invited
    return ok({
      to: `/staff/${invited.value}/code`,
      said: `${body.name} is on the staff. They need a code to choose their password.`,
      people: [],
      subject: invited.value,
    })
  },
  show: (services, context) => (
    <StaffForm
      context={context}
      title="Invite somebody to the staff"
      button="Add and go on to their code"
      back={{ href: '/staff', text: 'Back to staff and accounts' }}
    >
      <TextInput
        {...context.form}
        name="name"
        label="Name"
        hint="As colleagues know them"
        autocomplete="off"
      />
      <PostFields services={services} as={context.actor.role} form={context.form} />
    </StaffForm>
  ),
})
