import { roleWords } from '../../platform/auth/actor.ts'
import { definePage } from '../../platform/http/index.ts'
import {
  DataTable,
  fullDate,
  type Html,
  InsetText,
  Layout,
  momentWords,
  PageHeading,
  SummaryList,
} from '../../platform/ui/index.ts'
import { type Post, rolesThatKeepAccounts } from '../model.ts'
import { type StaffMember, staffMember } from '../queries/staffMember.ts'
import { ofStaff } from './staff-frame.tsx'

const lasts = ({ to }: Post, today: Temporal.PlainDate): boolean =>
  to === null || Temporal.PlainDate.compare(to, today) >= 0

const accountWords = (member: StaffMember, today: Temporal.PlainDate, now: Temporal.Instant): string => {
  if (!member.active) return 'Closed'
  if (member.hasAccount) return 'Signs in with a password'
  if (member.invitation === null || member.invitation.used) return 'None yet'
  return Temporal.Instant.compare(member.invitation.expiresAt, now) > 0
    ? `Has a code that works until ${momentWords(member.invitation.expiresAt, today)}`
    : 'Had a code that has run out'
}

const EndLink = ({ member, post }: { readonly member: StaffMember; readonly post: Post }): Html => (
  <a class="govuk-link" href={`/staff/${member.id}/roles/${post.id}/end`}>
    End
    <span class="govuk-visually-hidden">
      {' '}
      {roleWords[post.role]}, {post.service}
    </span>
  </a>
)

const Posts = ({
  member,
  today,
}: {
  readonly member: StaffMember
  readonly today: Temporal.PlainDate
}): Html => (
  <DataTable
    caption="Roles"
    rows={member.posts}
    columns={[
      { heading: 'Role', rowHeading: true, cell: ({ role }) => roleWords[role] },
      { heading: 'Service', cell: ({ service }) => service },
      { heading: 'From', cell: ({ from }) => fullDate(from) },
      { heading: 'Last day', cell: ({ to }) => (to === null ? 'None set' : fullDate(to)) },
      {
        heading: 'Change',
        headingHidden: true,
        cell: (post) => (post.kept && lasts(post, today) ? <EndLink member={member} post={post} /> : ''),
      },
    ]}
  />
)

/** One member of staff: account, roles, and what their keeper may do. */
export const staffMemberPage = definePage({
  path: '/staff/:staffId',
  may: rolesThatKeepAccounts,
  input: ofStaff,
  load: (tx, { staffId }) => staffMember(tx, staffId),
  audit: { action: 'view_staff_member', people: () => [], subject: ({ id }) => id },
  show: (member, { shell, today, now, actor }) => {
    const own = member.id === actor.staffId
    return (
      <Layout
        shell={shell}
        title="A member of staff"
        back={{ href: '/staff', text: 'Back to staff and accounts' }}
      >
        <PageHeading title={member.name} />
        <SummaryList
          rows={[
            { key: 'Account', value: accountWords(member, today, now) },
            {
              key: 'Works with by name',
              value: member.people === 1 ? '1 person' : `${member.people} people`,
            },
          ]}
        />
        <Posts member={member} today={today} />
        {own ? (
          <InsetText>This is you. Somebody else who keeps accounts changes your roles.</InsetText>
        ) : (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`/staff/${member.id}/roles/new`}>
                Give {member.name} another role
              </a>
            </li>
            {member.whole && (
              <li>
                <a class="govuk-link" href={`/staff/${member.id}/code`}>
                  {member.hasAccount
                    ? `Let ${member.name} choose a new password`
                    : `Make a code for ${member.name}`}
                </a>
              </li>
            )}
            <li>
              <a class="govuk-link" href={`/staff/${member.id}/leaving`}>
                {member.name} leaves
              </a>
            </li>
          </ul>
        )}
      </Layout>
    )
  },
})
