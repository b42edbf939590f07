import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import {
  Button,
  Form,
  type FormState,
  Hidden,
  type Html,
  InsetText,
  Layout,
  PageHeading,
  PrintButton,
  type Shell,
  TextInput,
  WarningText,
} from '../../ui/index.ts'
import { keyAddress, keyInGroups } from './totp.ts'

interface SetUpPageProps {
  readonly shell: Shell
  readonly form: FormState
  readonly secret: string
  /** The key, sealed: it comes back with the form and is kept only once a code has shown that it is in an app. */
  readonly sealed: string
  readonly formKey: string
  /** What the app writes beside the code. */
  readonly name: string
  readonly mustSetUp: boolean
}

const Square = ({ address }: { readonly address: string }): Html => (
  <div
    class="tc-qr"
    role="img"
    aria-label="A square for your authenticator app. The same key is in letters below."
  >
    {raw(renderSVG(address, { border: 4 }))}
  </div>
)

const Steps = ({ secret, name }: { readonly secret: string; readonly name: string }): Html => (
  <ol class="govuk-list govuk-list--number">
    <li>Open an authenticator app on your telephone. If you have none, install one; any will do.</li>
    <li>
      Choose to add an account, and point the camera at this square.
      <Square address={keyAddress(secret, name)} />
    </li>
    <li>
      If you cannot use the camera, type this key into the app instead:{' '}
      <strong class="tc-code">{keyInGroups(secret)}</strong>
    </li>
    <li>The app then shows six figures, new ones every half-minute. Enter them here.</li>
  </ol>
)

/** Setting up one-time codes: the square, the key in letters, and the first code. */
export const SetUpPage = ({
  shell,
  form,
  secret,
  sealed,
  formKey,
  name,
  mustSetUp,
}: SetUpPageProps): Html => (
  <Layout
    shell={shell}
    title="Set up codes from an app"
    errors={form.errors}
    back={mustSetUp ? undefined : { href: '/account' }}
  >
    <h1 class="govuk-heading-l">Set up codes from an app</h1>
    {mustSetUp && (
      <InsetText>
        Your organisation asks for more than a password. Set this up once, or{' '}
        <a class="govuk-link" href="/account/passkeys/new">
          add a passkey
        </a>{' '}
        instead; then you can go on to your work.
      </InsetText>
    )}
    <p class="govuk-body">
      After your password you are then asked for a code that only your telephone knows.
    </p>
    <Steps secret={secret} name={name} />
    <Form action="/account/second-step" csrf={shell.csrf} idempotencyKey={formKey}>
      <Hidden name="sealed" value={sealed} />
      <TextInput
        {...form}
        name="code"
        label="Code"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        width={10}
      />
      <Button text="Set up" />
    </Form>
  </Layout>
)

/** Ten codes, shown this once. */
export const RecoveryCodesPage = ({
  shell,
  codes,
  done,
}: {
  readonly shell: Shell
  readonly codes: readonly string[]
  /** What was done, as the account page says it next. */
  readonly done: 'second-step-on' | 'codes-made'
}): Html => (
  <Layout shell={shell} title="Your recovery codes">
    <PageHeading title="Your recovery codes">
      <PrintButton text="Print these codes" />
    </PageHeading>
    <p class="govuk-body">
      When you do not have your telephone, each of these lets you in once, after your password. They are shown
      only now: print them or write them down, and keep them where only you can get at them, not with your
      telephone.
    </p>
    <ol class="govuk-list govuk-list--number tc-recovery-codes">
      {codes.map((code) => (
        <li>
          <strong class="tc-code">{code}</strong>
        </li>
      ))}
    </ol>
    <Button text="I have kept them" href={`/account?done=${done}`} />
  </Layout>
)

/** Asks before the codes there are stop working. */
export const NewRecoveryCodesPage = ({
  shell,
  formKey,
  left,
}: {
  readonly shell: Shell
  readonly formKey: string
  readonly left: number
}): Html => (
  <Layout shell={shell} title="Make new recovery codes" back={{ href: '/account' }}>
    <h1 class="govuk-heading-l">Make new recovery codes</h1>
    <p class="govuk-body">
      You get ten codes to print or write down. When you do not have your telephone, each lets you in once,
      after your password.
    </p>
    {left > 0 && <WarningText>The {left} that you have now stop working.</WarningText>}
    <Form action="/account/recovery-codes" csrf={shell.csrf} idempotencyKey={formKey}>
      <Button text="Make ten new codes" />
    </Form>
  </Layout>
)

/** Asks before codes are turned off; where the organisation asks for them, says what comes next. */
export const TurnOffPage = ({ shell, needed }: { readonly shell: Shell; readonly needed: boolean }): Html => (
  <Layout shell={shell} title="Turn off codes from an app" back={{ href: '/account' }}>
    <h1 class="govuk-heading-l">Turn off codes from an app</h1>
    <WarningText>
      {needed
        ? 'Your organisation asks for more than a password: you will be asked to set them up again when you next sign in.'
        : 'Your password will then be enough to sign in.'}
    </WarningText>
    <p class="govuk-body">
      If you have a new telephone, turn them off, then set them up again with the new one.
    </p>
    <Form action="/account/second-step/off" csrf={shell.csrf}>
      <Button text="Turn off" kind="warning" />
    </Form>
  </Layout>
)
