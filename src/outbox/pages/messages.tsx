import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  capitalised,
  DataTable,
  Details,
  EmptyState,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  PrintHeader,
  SummaryList,
  WarningText,
} from '../../platform/ui/index.ts'
import { stateWords } from '../delivery-words.ts'
import { type Delivery, type OutsideAddress, waitingOf } from '../model.ts'
import { deliveries } from '../queries/deliveries.ts'
import { outsideAddress } from '../queries/outsideAddress.ts'
import { whyNotCalled } from '../rules.ts'

interface Model {
  readonly address: OutsideAddress
  readonly messages: readonly Delivery[]
}

const Address = ({
  address,
  context,
}: {
  readonly address: OutsideAddress
  readonly context: PageContext
}): Html =>
  address.url === null || address.set_at === null ? (
    <EmptyState>No other system is told.</EmptyState>
  ) : (
    <SummaryList
      rows={[
        {
          key: 'Address',
          value: <span class="tc-code">{address.url}</span>,
          action: { text: 'Change', href: '/organisation/messages/address' },
        },
        {
          key: 'Set',
          value: `${capitalised(momentWords(address.set_at, context.today))}, by ${address.set_by}`,
        },
      ]}
    />
  )

const Doing = ({ url }: OutsideAddress): Html =>
  url === null ? (
    <Button text="Set an address" href="/organisation/messages/address" />
  ) : (
    <div class="govuk-button-group tc-no-print">
      <Button text="Send a try" href="/organisation/messages/try" />
      <a class="govuk-link" href="/organisation/messages/stop">
        Stop telling it
      </a>
    </div>
  )

const Sent = ({
  messages,
  context,
}: {
  readonly messages: readonly Delivery[]
  readonly context: PageContext
}): Html => (
  <>
    <h2 class="govuk-heading-m">The last 50 messages</h2>
    {messages.length === 0 ? (
      <EmptyState>Nothing was sent in the last 30 days.</EmptyState>
    ) : (
      <DataTable
        caption="Messages, the newest first"
        captionHidden
        rows={messages}
        columns={[
          {
            heading: 'When',
            cell: ({ recorded_at }) => capitalised(momentWords(recorded_at, context.today)),
            rowHeading: true,
          },
          { heading: 'What it said', cell: ({ topic }) => waitingOf(topic).what },
          { heading: 'For', cell: ({ service }) => service ?? 'No team' },
          { heading: 'How it stands', cell: (message) => stateWords(message, context.today) },
        ]}
      />
    )}
    <p class="govuk-body">Messages are kept for 30 days.</p>
  </>
)

/** What was set and is not allowed any more, or not yet. */
const NotCalled = ({
  url,
  context,
}: Pick<OutsideAddress, 'url'> & { readonly context: PageContext }): Html | null => {
  const why = url === null ? null : whyNotCalled(url, context.config.outsideHosts)
  return why === null ? null : <WarningText>Nothing is sent now. {why}.</WarningText>
}

/** For who sets it up at the other end. */
const Receiving = (): Html => (
  <div class="tc-no-print">
    <Details summary="For who sets up the other system">
      <p class="govuk-body">
        Each message is a POST of JSON, signed by the convention of{' '}
        <a class="govuk-link" href="https://www.standardwebhooks.com/" rel="external">
          Standard Webhooks
        </a>
        . Check <code>webhook-signature</code> with the secret, and take each <code>webhook-id</code> once: a
        message can come again. Any answer from 200 to 299 is a yes; otherwise it is tried for about a day.
      </p>
    </Details>
  </div>
)

/** What another system is told of an organisation's teams, where, and what became of it. */
export const messagesPage = definePage({
  path: '/organisation/messages',
  may: ['administrator'],
  input: z.object({}),
  load: async (tx, _input, { actor }) => {
    const address = await outsideAddress(tx, actor.staffId)
    if (!address.ok) return address
    return ok<Model>({ address: address.value, messages: await deliveries(tx, address.value.organisationId) })
  },
  audit: { action: 'view_messages_out', people: () => [], subject: ({ address }) => address.organisationId },
  show: ({ address, messages }, context) => (
    <Layout shell={context.shell} title="Messages to another system">
      <PageHeading title="Messages to another system" caption={address.organisation} />
      <PrintHeader shell={context.shell} now={context.now} />
      <p class="govuk-body">
        Another system of yours (a pager, a shared mailbox, a chat) can be told when something waits in
        Throughcare for one of your teams. A message says what waits, for which team and since when. It never
        says about whom: staff sign in to see that.
      </p>
      <Address address={address} context={context} />
      <NotCalled url={address.url} context={context} />
      <Doing {...address} />
      <Sent messages={messages} context={context} />
      <Receiving />
    </Layout>
  ),
})
