import { Button, Form, type FormState, type Html, Layout, Radios, type Shell } from '../../ui/index.ts'

/** How an organisation's staff sign in. */
export interface SecondStepUse {
  readonly id: string
  readonly name: string
  readonly required: boolean
  /** Those who sign in with a password of ours. */
  readonly staff: number
  /** Of those, who have an app's codes or a passkey too. */
  readonly withMore: number
}

interface OrganisationPageProps {
  readonly shell: Shell
  readonly form: FormState
  readonly use: SecondStepUse
}

/** Whether a password alone lets an organisation's staff in. */
export const OrganisationPage = ({ shell, form, use }: OrganisationPageProps): Html => (
  <Layout shell={shell} title="How staff sign in" errors={form.errors}>
    <span class="govuk-caption-l">{use.name}</span>
    <h1 class="govuk-heading-l">How staff sign in</h1>
    <p class="govuk-body">
      {use.withMore} of {use.staff} with a password here have set up codes from an app or a passkey too.
    </p>
    <Form action="/organisation/signing-in" csrf={shell.csrf}>
      <Radios
        {...form}
        name="required"
        label="Is a password enough?"
        items={[
          {
            value: 'yes',
            text: 'No: ask for a code or a passkey too',
            hint: 'Who has neither is asked to set one up at their next sign-in, before anything else is open to them.',
          },
          { value: 'no', text: 'Yes: a code or a passkey is their own choice' },
        ]}
      />
      <Button text="Save" />
    </Form>
  </Layout>
)
