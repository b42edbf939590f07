import { Button, Form, type FormState, type Html, Layout, type Shell, TextInput } from '../ui/index.ts'
import type { Methods } from './second-step/second-step.ts'

interface CodePageProps {
  readonly shell: Shell
  readonly form: FormState
  readonly methods: Methods
}

const again = (
  <p class="govuk-body">
    <a class="govuk-link" href="/sign-in">
      Sign in as somebody else
    </a>
  </p>
)

/** Asks for the code that an authenticator app shows. */
export const CodePage = ({ shell, form, methods }: CodePageProps): Html => (
  <Layout shell={shell} title="Enter your code" errors={form.errors}>
    <h1 class="govuk-heading-l">Enter your code</h1>
    <Form action="/sign-in/code" csrf="">
      <TextInput
        {...form}
        name="code"
        label="Code"
        hint="Six figures, from the authenticator app on your telephone. They change every half-minute."
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        width={10}
      />
      <Button text="Sign in" />
    </Form>
    {methods.recoveryCodes && (
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in/recovery-code">
          Use a recovery code instead
        </a>
      </p>
    )}
    {again}
  </Layout>
)

/** Asks for one of the codes on paper. */
export const RecoveryCodePage = ({ shell, form, methods }: CodePageProps): Html => (
  <Layout shell={shell} title="Enter a recovery code" errors={form.errors}>
    <h1 class="govuk-heading-l">Enter a recovery code</h1>
    <Form action="/sign-in/recovery-code" csrf="">
      <TextInput
        {...form}
        name="recovery_code"
        label="Recovery code"
        hint="One of the ten that you printed or wrote down, such as 7K2M-93QA-0XTC-41BD. It lets you in once."
        autocomplete="off"
        spellcheck={false}
        width={20}
      />
      <Button text="Sign in" />
    </Form>
    {methods.codes && (
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in/code">
          Use the code from your app instead
        </a>
      </p>
    )}
    {again}
  </Layout>
)
