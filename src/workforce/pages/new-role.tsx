import { roleWords } from '../../platform/auth/actor.ts'
import { dayValues, defineForm, formOf } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { giveRole } from '../actions/inviteStaff.ts'
import { rolesThatKeepAccounts } from '../model.ts'
import { keptServices } from '../queries/keptServices.ts'
import { staffMember } from '../queries/staffMember.ts'
import { firstDayField, PostFields, postField, postOf } from './post-fields.tsx'
import { ofStaff, StaffForm } from './staff-frame.tsx'

/** Gives somebody a role: another one, or one in another team. */
export const newRolePage = defineForm({
  path: '/staff/:staffId/roles/new',
  may: rolesThatKeepAccounts,
  input: ofStaff,
  body: formOf({ post: postField, first_day: firstDayField }),
  load: async (tx, { staffId }, { today }) => {
    const member = await staffMember(tx, staffId)
    return member.ok ? ok({ member: member.value, services: await keptServices(tx), today }) : member
  },
  initial: ({ today }) => dayValues('first_day', today),
  audit: { action: 'view_new_role', people: () => [], subject: ({ member }) => member.id },
  does: 'give_role',
  act: async (tx, { input: { staffId }, body, request: { actor } }) => {
    const member = await staffMember(tx, staffId)
    if (!member.ok) return member
    const post = postOf(body, actor)
    if (post === null) return refused('invalid', 'Choose a role and where', 'post')
    const given = await giveRole(tx, staffId, post)
    if (!given.ok) return given
    return ok({
      to: `/staff/${staffId}`,
      said: `${member.value.name}: ${roleWords[post.role]} in ${given.value}.`,
      people: [],
      subject: staffId,
    })
  },
  show: ({ member, services }, context) => (
    <StaffForm
      context={context}
      title="Give another role"
      heading={`Give ${member.name} another role`}
      button="Give this role"
      back={{ href: `/staff/${member.id}`, text: `Back to ${member.name}` }}
    >
      <PostFields services={services} as={context.actor.role} form={context.form} />
    </StaffForm>
  ),
})
