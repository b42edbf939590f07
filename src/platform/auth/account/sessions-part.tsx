import { type Column, DataTable, Form, type Html, momentWords, type Shell, Tag } from '../../ui/index.ts'
import { browserWords } from '../browser-words.ts'
import type { AccountPageProps } from './account-page.tsx'
import type { OwnSession } from './holdings.ts'

const meansWords: Readonly<Record<string, string>> = {
  password: 'with a password',
  password_and_code: 'with a password and a code',
  password_and_recovery_code: 'with a password and a recovery code',
  passkey: 'with a passkey',
}

const how = (means: string, labels: ReadonlyMap<string, string>): string =>
  meansWords[means] ?? `through ${labels.get(means) ?? 'another service'}`

const End = ({ shell, session }: { readonly shell: Shell; readonly session: OwnSession }): Html => (
  <Form action={`/account/sessions/${session.id}/end`} csrf={shell.csrf}>
    <button type="submit" class="tc-link-button">
      Sign out
      <span class="govuk-visually-hidden">
        {' '}
        {browserWords(session.browser)}, signed in {momentWords(session.beganAt, shell.today)}
      </span>
    </button>
  </Form>
)

const columns = ({ shell, actor, labels }: AccountPageProps): readonly Column<OwnSession>[] => [
  { heading: 'Browser', rowHeading: true, cell: ({ browser }) => browserWords(browser) },
  { heading: 'From', cell: ({ address }) => address ?? 'Not known' },
  {
    heading: 'Signed in',
    cell: ({ beganAt, means }) => `${momentWords(beganAt, shell.today)}, ${how(means, labels)}`,
  },
  { heading: 'Last used', cell: ({ usedAt }) => momentWords(usedAt, shell.today) },
  {
    heading: 'Sign out',
    headingHidden: true,
    cell: (session) =>
      session.id === actor.session.id ? (
        <Tag text="This one" colour="blue" />
      ) : (
        <End shell={shell} session={session} />
      ),
  },
]

/** Every browser one is signed in with, and the ways to end each and all. */
export const Sessions = (props: AccountPageProps): Html => (
  <section aria-labelledby="sessions">
    <h2 class="govuk-heading-m" id="sessions">
      Where you are signed in
    </h2>
    <p class="govuk-body">
      If you do not know one of these, sign it out and change your password. The address is that of the
      network it was on.
    </p>
    <DataTable
      caption="Browsers that you are signed in with"
      captionHidden
      columns={columns(props)}
      rows={props.holdings.sessions}
    />
    <Form action="/account/sessions/end-all" csrf={props.shell.csrf}>
      <button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">
        Sign out everywhere
      </button>
    </Form>
  </section>
)
