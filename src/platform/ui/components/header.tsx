import { govukGenericHeader, govukServiceNavigation } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'
import type { Account, Shell } from '../shell.ts'
import { Form } from './form.tsx'

interface AccountMenuProps {
  readonly account: Account
  readonly csrf: string
}

const AccountMenu = ({ account, csrf }: AccountMenuProps): Html => (
  <div class="tc-account">
    <p class="tc-account__who">
      {account.page === undefined ? (
        <span class="tc-account__name">{account.name}</span>
      ) : (
        <a class="govuk-link govuk-link--no-visited-state tc-account__name" href={account.page}>
          {account.name}
          <span class="govuk-visually-hidden">: your account</span>
        </a>
      )}
      {account.role !== undefined && <span class="tc-account__role">{account.role}</span>}
    </p>
    <Form action={account.signOut} csrf={csrf}>
      <button type="submit" class="tc-link-button">
        Sign out
      </button>
    </Form>
  </div>
)

/** The longest address of the navigation that this page is under. */
const currentHref = ({ path, navigation }: Shell): string | undefined =>
  navigation
    .map((link) => link.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]

const ServiceNavigation = ({ shell }: { readonly shell: Shell }): Html => {
  const current = currentHref(shell)
  const { account, csrf, path } = shell
  return govukServiceNavigation({
    navigationLabel: 'Throughcare',
    navigation: shell.navigation.map(({ text, href }) => ({
      text,
      href,
      current: href === path,
      active: href === current,
    })),
    slots: account && { end: { html: <AccountMenu account={account} csrf={csrf} />, align: 'inline' } },
  })
}

/** The name of the service, where one can go, and who is signed in. */
export const Header = ({ shell }: { readonly shell: Shell }): Html => (
  <header class="govuk-template__header">
    {govukGenericHeader({ logoText: 'Throughcare', url: '/' })}
    {(shell.navigation.length > 0 || shell.account !== undefined) && <ServiceNavigation shell={shell} />}
  </header>
)
