import { Button, type Html, Layout, type Shell } from '../../ui/index.ts'
import type { Provider } from './settings.ts'

/** Ways in through other services, on the sign-in page. */
export const OtherWays = ({
  providers,
  to,
}: {
  readonly providers: readonly Provider[]
  readonly to: string
}): Html => (
  <section aria-labelledby="other-ways">
    <h2 class="govuk-heading-m" id="other-ways">
      Sign in with another service
    </h2>
    {providers.map(({ id, label }) => (
      <p class="govuk-body">
        <a class="govuk-link" href={`/sign-in/with?provider=${id}&to=${encodeURIComponent(to)}`}>
          {label}
        </a>
      </p>
    ))}
  </section>
)

interface NotKnownProps {
  readonly shell: Shell
  readonly label: string
  readonly name: string
  readonly subject: string
}

/** Another service knows them, but gives them no post here. */
export const NotKnownPage = ({ shell, label, name, subject }: NotKnownProps): Html => (
  <Layout shell={shell} title="You have no role here yet">
    <h1 class="govuk-heading-l">You have no role here yet</h1>
    <p class="govuk-body">
      {label} says that you are {name}. It does not say that you work in a team that uses Throughcare, so
      nothing was opened.
    </p>
    <p class="govuk-body">
      Ask your team leader to have you added. Whoever looks after sign-in needs this:{' '}
      <strong class="tc-code">{subject}</strong>
    </p>
    <Button text="Sign in another way" kind="secondary" href="/sign-in" />
  </Layout>
)

/** The other service did not answer as it should, or they turned back there. */
export const NotSignedInPage = ({
  shell,
  label,
  turnedBack,
  requestId,
}: {
  readonly shell: Shell
  readonly label: string
  readonly turnedBack: boolean
  readonly requestId: string
}): Html => (
  <Layout shell={shell} title="You were not signed in">
    <h1 class="govuk-heading-l">You were not signed in</h1>
    <p class="govuk-body">
      {turnedBack
        ? `You turned back at ${label}, or it did not let you in.`
        : `${label} could not be reached, or it did not answer as it should, or the answer came too late or to another browser.`}
    </p>
    <p class="govuk-body">
      Try again. If it happens again, tell your service desk this number:{' '}
      <strong class="tc-code">{requestId}</strong>
    </p>
    <Button text="Sign in" href="/sign-in" />
  </Layout>
)
