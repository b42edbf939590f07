import { newJoinCode } from '../../platform/auth/join-code.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Hidden, momentWords, PrintButton, typedValue } from '../../platform/ui/index.ts'
import { makeJoinCode } from '../actions/makeJoinCode.ts'
import { rolesThatKeepAccounts } from '../model.ts'
import { staffMember } from '../queries/staffMember.ts'
import { ofStaff, StaffForm } from './staff-frame.tsx'

/** A code for somebody: shown here, once, and good from the moment its maker says that they have it. */
export const joinCodePage = defineForm({
  path: '/staff/:staffId/code',
  may: rolesThatKeepAccounts,
  input: ofStaff,
  body: formOf({ code: textField('Open this page again for a new code', 40) }),
  load: (tx, { staffId }) => staffMember(tx, staffId),
  audit: { action: 'view_join_code', people: () => [], subject: ({ id }) => id },
  does: 'make_join_code',
  initial: () => ({ code: newJoinCode() }),
  act: async (tx, { input: { staffId }, body: { code } }) => {
    const member = await staffMember(tx, staffId)
    if (!member.ok) return member
    const until = await makeJoinCode(tx, staffId, code)
    if (!until.ok) return until
    return ok({
      to: `/staff/${staffId}`,
      said: `The code works once, until ${momentWords(until.value, tx.today)}.`,
      people: [],
      subject: staffId,
    })
  },
  show: (member, context) => {
    const code = typedValue(context.form.values, 'code')
    return (
      <StaffForm
        context={context}
        title="A code for a member of staff"
        heading={`A code for ${member.name}`}
        button="I have it: let the code work"
        back={{ href: `/staff/${member.id}`, text: `Back to ${member.name}` }}
      >
        <p class="govuk-body">
          {member.hasAccount
            ? 'With it they choose a new password. Everything they are signed in to ends, and the codes and passkeys that they had stop working.'
            : 'With it they choose their sign-in name and password.'}
        </p>
        <p class="govuk-heading-l">{code}</p>
        <ol class="govuk-list govuk-list--number">
          <li>Write the code down or print this page: it is not shown again.</li>
          <li>Give it to {member.name} yourself, not by e-mail.</li>
          <li>
            They open <strong>{context.url.host}/join</strong> and enter it within seven days. It works once.
          </li>
        </ol>
        <div>
          <PrintButton text="Print this page" />
        </div>
        <Hidden name="code" value={code} />
      </StaffForm>
    )
  },
})
