import {
  assetPath,
  Button,
  Form,
  type FormState,
  Hidden,
  type Html,
  InsetText,
  Layout,
  type Shell,
  TextInput,
  WarningText,
} from '../../ui/index.ts'

/** What makes `data-passkey` work; without script those parts stay hidden. */
const PasskeyScript = (): Html => <script type="module" src={assetPath('passkeys.js')}></script>

/** Where the browser says what went wrong with a passkey. */
const Trouble = (): Html => <p class="govuk-error-message" data-passkey-trouble role="alert" hidden></p>

/** Signing in with a passkey: there only where script runs and the browser knows passkeys. */
export const PasskeySignIn = ({ to }: { readonly to: string }): Html => (
  <section class="tc-passkey" data-passkey="use" data-options="/sign-in/passkey/options" hidden>
    <Form action="/sign-in/passkey" csrf="">
      <Hidden name="to" value={to} />
      <Hidden name="answer" value="" />
      <Trouble />
      <Button text="Sign in with a passkey" kind="secondary" />
    </Form>
    <PasskeyScript />
  </section>
)

interface AddPageProps {
  readonly shell: Shell
  readonly form: FormState
  /** Passkeys cannot be made at this address: where they can. */
  readonly insteadAt: string | null
}

/** Adding a passkey and naming it. */
export const AddPasskeyPage = ({ shell, form, insteadAt }: AddPageProps): Html => (
  <Layout shell={shell} title="Add a passkey" errors={form.errors} back={{ href: '/account' }}>
    <h1 class="govuk-heading-l">Add a passkey</h1>
    <p class="govuk-body">
      A passkey is kept by your telephone, your computer or a security key. You use it with your fingerprint,
      your face or the PIN of the device. It lets you in without a password, and nobody can be tricked into
      giving it away.
    </p>
    {insteadAt === null ? (
      <>
        <div data-passkey="add" data-options="/account/passkeys/options" hidden>
          <Form action="/account/passkeys" csrf={shell.csrf}>
            <TextInput
              {...form}
              name="name"
              label="What do you call it?"
              hint="So that you can tell it from others: “my work telephone”."
              width={20}
            />
            <Hidden name="answer" value="" />
            <Trouble />
            <Button text="Add this passkey" />
          </Form>
        </div>
        <div data-passkey-without>
          <InsetText>
            This needs JavaScript, and a browser that knows passkeys. Nothing else here does.
          </InsetText>
        </div>
        <PasskeyScript />
      </>
    ) : (
      <WarningText>
        Browsers make no passkeys for an address of figures. Open Throughcare at {insteadAt} instead.
      </WarningText>
    )}
  </Layout>
)

/** Asks before a passkey is removed. */
export const RemovePasskeyPage = ({
  shell,
  id,
  name,
  last,
}: {
  readonly shell: Shell
  readonly id: string
  readonly name: string
  /** It is their only way in. */
  readonly last: boolean
}): Html => (
  <Layout shell={shell} title="Remove a passkey" back={{ href: '/account' }}>
    <h1 class="govuk-heading-l">Remove the passkey “{name}”</h1>
    {last ? (
      <WarningText>
        It is your only way to sign in. Add another passkey before you remove this one.
      </WarningText>
    ) : (
      <>
        <p class="govuk-body">Nobody can sign in with it any more. Other sign-ins are not ended.</p>
        <Form action="/account/passkeys/remove" csrf={shell.csrf}>
          <Hidden name="key" value={id} />
          <Button text="Remove" kind="warning" />
        </Form>
      </>
    )}
  </Layout>
)
