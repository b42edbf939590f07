import { z } from 'zod'
import { defineForm, type FormContext, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Button,
  Form,
  Hidden,
  type Html,
  InsetText,
  Layout,
  PageHeading,
  PrintButton,
  TextInput,
  typedValue,
} from '../../platform/ui/index.ts'
import { setAddress } from '../actions/setAddress.ts'
import type { OutsideAddress } from '../model.ts'
import { outsideAddress } from '../queries/outsideAddress.ts'
import { aboutSecretOf } from '../sealed.ts'
import { newSecret } from '../signature.ts'

interface Model {
  readonly address: OutsideAddress
  /** A new one, sealed: the form carries it, so that the one that was shown is the one that counts. */
  readonly sealed: string
}

const Hosts = ({ context }: { readonly context: FormContext }): Html => {
  const hosts = context.config.outsideHosts
  return (
    <InsetText>
      {hosts.length === 0
        ? 'This service may not call any other system yet. Whoever runs Throughcare for you decides that, in its settings.'
        : `This service may call ${hosts.join(', ')}, and no other host. Whoever runs Throughcare for you decides that.`}
    </InsetText>
  )
}

const Secret = ({ secret }: { readonly secret: string }): Html => (
  <>
    <h2 class="govuk-heading-m">The secret</h2>
    <p class="govuk-body">
      The other system checks with it that a message comes from here. Copy it there now, or print this page:
      it is not shown again, and each time you save, the old one stops working.
    </p>
    <p class="govuk-body govuk-!-font-weight-bold tc-code">{secret}</p>
    <div>
      <PrintButton text="Print this page" />
    </div>
  </>
)

/** Where an organisation is told, and with what the messages are signed: made here, and shown once. */
export const addressPage = defineForm({
  path: '/organisation/messages/address',
  may: ['administrator'],
  input: z.object({}),
  body: formOf({
    url: textField('Enter the address of the other system', 500),
    secret: textField('Open this page again for a new secret', 300),
  }),
  load: async (tx, _input, { actor, secrets }) => {
    const found = await outsideAddress(tx, actor.staffId)
    if (!found.ok) return found
    const sealed = secrets.seal(newSecret(), aboutSecretOf(found.value.organisationId))
    return ok<Model>({ address: found.value, sealed })
  },
  initial: ({ address, sealed }) => ({ url: address.url ?? '', secret: sealed }),
  audit: { action: 'view_address_out', people: () => [], subject: ({ address }) => address.organisationId },
  does: 'set_address_out',
  act: async (tx, { body: { url, secret }, request: { actor, config, secrets } }) => {
    const found = await outsideAddress(tx, actor.staffId)
    if (!found.ok) return found
    const { organisationId } = found.value
    if (secrets.open(secret, aboutSecretOf(organisationId)) === null)
      return refused('invalid', 'Open this page again for a new secret', 'url')
    const set = await setAddress(tx, {
      organisationId,
      staffId: actor.staffId,
      url,
      secret,
      hosts: config.outsideHosts,
    })
    if (!set.ok) return set
    return ok({
      to: '/organisation/messages',
      said: 'The address is set. Send a try to see that it is reached.',
      people: [],
      subject: organisationId,
    })
  },
  show: ({ address, sealed }, context) => {
    const about = aboutSecretOf(address.organisationId)
    const typed = typedValue(context.form.values, 'secret')
    const kept = context.secrets.open(typed, about) === null ? sealed : typed
    return (
      <Layout
        shell={context.shell}
        title="Where another system is told"
        errors={context.form.errors}
        back={{ href: '/organisation/messages', text: 'Back to messages' }}
      >
        <PageHeading title="Where another system is told" caption={address.organisation} />
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <Hosts context={context} />
          <TextInput
            {...context.form}
            name="url"
            label="Its address"
            hint="The whole of it, beginning with https://"
            type="url"
            spellcheck={false}
          />
          <Secret secret={context.secrets.open(kept, about) ?? ''} />
          <Hidden name="secret" value={kept} />
          <Button text="I have the secret: use this address" />
        </Form>
      </Layout>
    )
  },
})
