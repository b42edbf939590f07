import {
  Button,
  Form,
  type FormState,
  Hidden,
  type Html,
  InsetText,
  Layout,
  PasswordInput,
  type Shell,
  TextInput,
} from '../ui/index.ts'
import { PasskeySignIn } from './passkeys/pages.tsx'
import { OtherWays } from './providers/pages.tsx'
import type { Provider } from './providers/settings.ts'

/** Somebody of the demonstration whom a visitor may be. */
export interface Persona {
  readonly signInName: string
  readonly name: string
  readonly role: string
  readonly place: string
}

interface SignInPageProps {
  readonly shell: Shell
  readonly form: FormState
  readonly to: string
  readonly personas: readonly Persona[]
  readonly providers: readonly Provider[]
  /** They are signed in, but what they want to do asks for a fresh sign-in. */
  readonly again: boolean
  /** What they typed waits for them. */
  readonly kept: boolean
}

const Personas = ({ to, personas }: Pick<SignInPageProps, 'to' | 'personas'>): Html => (
  <section aria-labelledby="personas">
    <h2 class="govuk-heading-m" id="personas">
      Look around as somebody
    </h2>
    <p class="govuk-body">Nobody here is real. Choose whose work you want to see.</p>
    <Form action="/sign-in/as" csrf="">
      <Hidden name="to" value={to} />
      <ul class="tc-personas">
        {personas.map((persona) => (
          <li>
            <button class="tc-persona" type="submit" name="persona" value={persona.signInName}>
              <strong>{persona.name}</strong> {persona.role}, {persona.place}
            </button>
          </li>
        ))}
      </ul>
    </Form>
  </section>
)

/** The sign-in page; with personas only where the demonstration is on. */
export const SignInPage = ({ shell, form, to, personas, providers, again, kept }: SignInPageProps): Html => (
  <Layout shell={shell} title="Sign in" errors={form.errors}>
    <h1 class="govuk-heading-l">Sign in</h1>
    {kept && (
      <InsetText>
        Your sign-in had ended, so what you sent is not saved yet. It is kept for an hour: sign in again, and
        you find it as you typed it.
      </InsetText>
    )}
    {again && (
      <InsetText>
        Sign in again before you change how you sign in: so nobody who finds this browser open can do it.
      </InsetText>
    )}
    <Form action="/sign-in" csrf="">
      <Hidden name="to" value={to} />
      <TextInput {...form} name="sign_in_name" label="Sign-in name" autocomplete="username" />
      <PasswordInput {...form} name="password" label="Password" autocomplete="current-password" />
      <Button text="Sign in" />
    </Form>
    <PasskeySignIn to={to} />
    <p class="govuk-body">
      New here, or you forgot your password? Ask your team leader for a code, then{' '}
      <a class="govuk-link" href="/join">
        use the code
      </a>
      .
    </p>
    {providers.length > 0 && <OtherWays providers={providers} to={to} />}
    {personas.length > 0 && <Personas to={to} personas={personas} />}
  </Layout>
)
