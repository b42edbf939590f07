import { Button, Form, type FormState, type Html, Layout, PasswordInput, type Shell } from '../../ui/index.ts'

interface PasswordPageProps {
  readonly shell: Shell
  readonly form: FormState
}

/** Changing one's own password. */
export const PasswordPage = ({ shell, form }: PasswordPageProps): Html => (
  <Layout shell={shell} title="Change your password" errors={form.errors} back={{ href: '/account' }}>
    <h1 class="govuk-heading-l">Change your password</h1>
    <p class="govuk-body">Every other browser that you are signed in with is signed out.</p>
    <Form action="/account/password" csrf={shell.csrf}>
      <PasswordInput {...form} name="current" label="Your password now" autocomplete="current-password" />
      <PasswordInput
        {...form}
        name="chosen"
        label="New password"
        hint="At least 12 characters. Three random words do well."
        autocomplete="new-password"
      />
      <Button text="Change password" />
    </Form>
  </Layout>
)
