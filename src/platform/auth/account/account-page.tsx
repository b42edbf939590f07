import type { StaffRole } from '../../database/schema.ts'
import {
  Button,
  Form,
  type FormState,
  type Html,
  Layout,
  PageHeading,
  Radios,
  type Shell,
  SummaryList,
} from '../../ui/index.ts'
import { type Actor, roleWords } from '../actor.ts'
import type { Holdings } from './holdings.ts'
import { Methods } from './methods-part.tsx'
import { Sessions } from './sessions-part.tsx'

export interface AccountPageProps {
  readonly shell: Shell
  readonly actor: Actor
  readonly form: FormState
  readonly holdings: Holdings
  /** Other services' labels by their identifiers. */
  readonly labels: ReadonlyMap<string, string>
}

const OtherRoles = ({ actor, form, shell }: AccountPageProps): Html => (
  <section>
    <h2 class="govuk-heading-m">Work in another role</h2>
    <Form action="/account/role" csrf={shell.csrf}>
      <Radios
        {...form}
        name="role"
        label="Which role do you want to work in?"
        items={actor.otherRoles.map((role: StaffRole) => ({ value: role, text: roleWords[role] }))}
      />
      <Button text="Change role" />
    </Form>
  </section>
)

/** Who is signed in, where they work, how they sign in and with which browsers. */
export const AccountPage = (props: AccountPageProps): Html => (
  <Layout shell={props.shell} title="Your account" errors={props.form.errors}>
    <PageHeading title="Your account" />
    <SummaryList
      rows={[
        { key: 'Name', value: props.actor.name },
        { key: 'Working as', value: roleWords[props.actor.role] },
        { key: 'In', value: props.actor.services.map(({ name }) => name).join(', ') },
      ]}
    />
    {props.actor.otherRoles.length > 0 && <OtherRoles {...props} />}
    <p class="govuk-body">
      <a class="govuk-link" href="/account/calendar">
        See your contacts in your own calendar
      </a>
    </p>
    <Methods {...props} />
    <Sessions {...props} />
  </Layout>
)
