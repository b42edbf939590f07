import { z } from 'zod'
import { roleWords } from '../../platform/auth/actor.ts'
import { dayField, dayValues, defineForm, type FormContext, formOf } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { DateInput, dateWords, type Html } from '../../platform/ui/index.ts'
import { endRoles } from '../actions/endRole.ts'
import { rolesThatKeepAccounts } from '../model.ts'
import { type StaffMember, staffMember } from '../queries/staffMember.ts'
import { ofStaff, StaffForm } from './staff-frame.tsx'

const body = formOf({ last_day: dayField('Enter the last day') })

const peopleWords = ({ name, people }: StaffMember): string =>
  people === 0
    ? `${name} works with nobody by name.`
    : `${people === 1 ? 'The person' : `The ${people} people`} they work with by name will be without a worker after that day, until a team leader chooses another.`

const Ending = ({
  member,
  context,
}: {
  readonly member: StaffMember
  readonly context: FormContext
}): Html => (
  <>
    <p class="govuk-body">{peopleWords(member)} What they wrote stays.</p>
    <DateInput
      {...context.form}
      name="last_day"
      label="Last day"
      hint="Up to the end of that day they may sign in. Enter yesterday to end it at once."
    />
  </>
)

/** Somebody leaves: every role that this keeper may end, ends on a day. */
export const leavingPage = defineForm({
  path: '/staff/:staffId/leaving',
  may: rolesThatKeepAccounts,
  input: ofStaff,
  body,
  load: async (tx, { staffId }, { today }) => {
    const member = await staffMember(tx, staffId)
    return member.ok ? ok({ member: member.value, today }) : member
  },
  initial: ({ today }) => dayValues('last_day', today),
  audit: { action: 'view_leaving', people: () => [], subject: ({ member }) => member.id },
  does: 'record_leaver',
  act: async (tx, { input: { staffId }, body: { last_day } }) => {
    const member = await staffMember(tx, staffId)
    if (!member.ok) return member
    const { name, posts } = member.value
    const ending = posts.filter(({ kept }) => kept).map(({ id }) => id)
    if (ending.length === 0)
      return refused('invalid', 'Their roles are kept by somebody else. Ask the service administrator')
    const ended = await endRoles(tx, { staffId, lastDay: last_day }, ending)
    if (!ended.ok) return ended
    return ok({
      to: `/staff/${staffId}`,
      said: `${name} leaves: the last day is ${dateWords(last_day, tx.today)}.`,
      people: [],
      subject: staffId,
    })
  },
  show: ({ member }, context) => (
    <StaffForm
      context={context}
      title="A member of staff leaves"
      heading={`${member.name} leaves`}
      button="Record that they leave"
      warning
      back={{ href: `/staff/${member.id}`, text: `Back to ${member.name}` }}
    >
      <Ending member={member} context={context} />
    </StaffForm>
  ),
})

/** One role ends on a day; the others stay. */
export const endRolePage = defineForm({
  path: '/staff/:staffId/roles/:postId/end',
  may: rolesThatKeepAccounts,
  input: ofStaff.extend({ postId: z.uuid() }),
  body,
  load: async (tx, { staffId, postId }, { today }) => {
    const member = await staffMember(tx, staffId)
    if (!member.ok) return member
    const post = member.value.posts.find(({ id, kept }) => id === postId && kept)
    return post === undefined
      ? refused('not_found', 'There is no such role.')
      : ok({ member: member.value, post, today })
  },
  initial: ({ today }) => dayValues('last_day', today),
  audit: { action: 'view_end_role', people: () => [], subject: ({ member }) => member.id },
  does: 'end_role',
  act: async (tx, { input: { staffId, postId }, body: { last_day } }) => {
    const member = await staffMember(tx, staffId)
    if (!member.ok) return member
    const post = member.value.posts.find(({ id, kept }) => id === postId && kept)
    if (post === undefined) return refused('not_found', 'There is no such role.')
    const ended = await endRoles(tx, { staffId, lastDay: last_day }, [postId])
    if (!ended.ok) return ended
    return ok({
      to: `/staff/${staffId}`,
      said: `${member.value.name}, ${roleWords[post.role]}: the last day is ${dateWords(last_day, tx.today)}.`,
      people: [],
      subject: staffId,
    })
  },
  show: ({ member, post }, context) => (
    <StaffForm
      context={context}
      title="End a role"
      heading={`${member.name} stops being ${roleWords[post.role].toLowerCase()}, ${post.service}`}
      button="End this role"
      warning
      back={{ href: `/staff/${member.id}`, text: `Back to ${member.name}` }}
    >
      <Ending member={member} context={context} />
    </StaffForm>
  ),
})
