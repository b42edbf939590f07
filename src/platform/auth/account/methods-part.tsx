import { dayOf } from '../../clock.ts'
import {
  Button,
  type Column,
  DataTable,
  dateWords,
  type Html,
  momentWords,
  SummaryList,
  type SummaryRow,
} from '../../ui/index.ts'
import type { AccountPageProps } from './account-page.tsx'
import type { Holdings, OwnPasskey } from './holdings.ts'

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

const columns = (today: Temporal.PlainDate): readonly Column<OwnPasskey>[] => [
  { heading: 'Name', rowHeading: true, cell: ({ name }) => name },
  { heading: 'Added', cell: ({ addedAt }) => momentWords(addedAt, today) },
  { heading: 'Last used', cell: ({ usedAt }) => (usedAt === null ? 'Not yet' : momentWords(usedAt, today)) },
  {
    heading: 'Remove',
    headingHidden: true,
    cell: ({ id, name }) => (
      <a class="govuk-link" href={`/account/passkeys/remove?key=${encodeURIComponent(id)}`}>
        Remove<span class="govuk-visually-hidden"> {name}</span>
      </a>
    ),
  },
]

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
    {holdings.passkeys.length > 0 && (
      <DataTable caption="Passkeys" columns={columns(shell.today)} rows={holdings.passkeys} />
    )}
    <p class="govuk-body">
      With a passkey you sign in by the fingerprint, face or PIN of your telephone or computer, without a
      password. Nothing of your finger or face leaves the device.
    </p>
    <Button text="Add a passkey" kind="secondary" href="/account/passkeys/new" />
  </section>
)
