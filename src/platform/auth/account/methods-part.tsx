import { dayOf } from '../../clock.ts'
import { dateWords, type Html, SummaryList, type SummaryRow } from '../../ui/index.ts'
import type { AccountPageProps } from './account-page.tsx'
import type { Holdings } from './holdings.ts'

const on = (at: Temporal.Instant, today: Temporal.PlainDate): string => dateWords(dayOf(at), today)

const password = ({ passwordChangedAt: at }: Holdings, today: Temporal.PlainDate): SummaryRow =>
  at === null
    ? { key: 'Password', value: 'None here: you sign in with another service' }
    : {
        key: 'Password',
        value: `Set on ${on(at, today)}`,
        action: { text: 'Change', href: '/account/password' },
      }

const secondStep = (
  { secondStepAddedAt: at, secondStepRequired }: Holdings,
  today: Temporal.PlainDate,
): SummaryRow =>
  at === null
    ? {
        key: 'Codes from an app',
        value: secondStepRequired
          ? 'Not set up. Your organisation asks for this, or for a passkey'
          : 'Not set up',
        action: { text: 'Set up', href: '/account/second-step' },
      }
    : {
        key: 'Codes from an app',
        value: `Asked for after your password since ${on(at, today)}`,
        action: { text: 'Turn off', href: '/account/second-step/off' },
      }

const recoveryCodes = ({ recoveryCodesLeft: left }: Holdings): SummaryRow => ({
  key: 'Recovery codes',
  value: left === 0 ? 'None' : `${left} left`,
  action: { text: left === 0 ? 'Make ten' : 'Make ten new ones', href: '/account/recovery-codes' },
})

/** How somebody signs in, and the way to change each. */
export const Methods = ({ holdings, shell }: AccountPageProps): Html => (
  <section aria-labelledby="methods">
    <h2 class="govuk-heading-m" id="methods">
      How you sign in
    </h2>
    <SummaryList
      rows={[
        password(holdings, shell.today),
        ...(holdings.passwordChangedAt === null ? [] : [secondStep(holdings, shell.today)]),
        ...(holdings.secondStepAddedAt === null && holdings.passkeys.length === 0
          ? []
          : [recoveryCodes(holdings)]),
      ]}
    />
  </section>
)
