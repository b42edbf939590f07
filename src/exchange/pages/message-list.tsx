import { dayOf } from '../../platform/clock.ts'
import {
  capitalised,
  DataTable,
  dateAndAway,
  type Html,
  momentWords,
  timeWords,
} from '../../platform/ui/index.ts'
import { changedWords, saidWords } from '../message-words.ts'
import type { InboxMessage } from '../queries/inboxMessages.ts'

interface MessageProps {
  readonly message: InboxMessage
  readonly today: Temporal.PlainDate
}

const Who = ({ message }: Pick<MessageProps, 'message'>): Html => {
  const { person_id, name, prison_number } = message
  if (person_id === null || name === null) return <>{prison_number === '' ? 'Somebody' : prison_number}</>
  return (
    <a class="govuk-link" href={`/people/${person_id}`}>
      {name}
    </a>
  )
}

const AsideWords = ({ message, today }: MessageProps): Html => (
  <>
    Set aside {message.set_aside_at !== null && momentWords(message.set_aside_at, today)}
    {message.set_aside_by !== null && ` by ${message.set_aside_by}`}: it changes nothing. “
    {message.set_aside_why}”
  </>
)

const about = ({ name, prison_number, ...message }: InboxMessage): string =>
  `that ${name ?? prison_number} ${saidWords({ ...message, name, prison_number })}, at ${timeWords(message.occurred_at)}`

/** What to do where a message is wrong; records that were joined are taken apart where their numbers are listed. */
const actionOf = ({ id, event_type, type, person_id, state }: InboxMessage) => {
  if (event_type === 'merged' && person_id !== null)
    return { href: `/people/${person_id}/history`, text: 'Take apart' }
  if (type === null) return null
  return state === 'set_aside'
    ? { href: `/feed/${id}/take-back`, text: 'Take this back' }
    : { href: `/feed/${id}/set-aside`, text: 'Set aside' }
}

const Actions = ({ message }: Pick<MessageProps, 'message'>): Html | null => {
  const action = actionOf(message)
  if (action === null) return null
  const { href, text } = action
  return (
    <a class="govuk-link tc-screen-only" href={href}>
      {text}
      <span class="govuk-visually-hidden"> {about(message)}</span>
    </a>
  )
}

const when = ({ time_known, occurred_at }: InboxMessage): string =>
  time_known === false ? 'time not said' : timeWords(occurred_at)

const Day = ({
  messages,
  today,
}: {
  readonly messages: readonly InboxMessage[]
  readonly today: Temporal.PlainDate
}): Html => {
  const [first] = messages
  const day = first === undefined ? today : dayOf(first.occurred_at)
  return (
    <DataTable
      caption={capitalised(dateAndAway(day, today))}
      rows={messages}
      columns={[
        { heading: 'Time', cell: when },
        {
          heading: 'What was said',
          rowHeading: true,
          cell: (message) => (
            <>
              <Who message={message} /> {saidWords(message)}
            </>
          ),
        },
        {
          heading: 'What it changed',
          cell: (message) =>
            message.state === 'set_aside' ? (
              <AsideWords message={message} today={today} />
            ) : (
              changedWords(message)
            ),
        },
        { heading: 'If it is wrong', headingHidden: true, cell: (message) => <Actions message={message} /> },
      ]}
    />
  )
}

/** Messages by day, newest first, with what each changed. */
export const MessageList = ({
  messages,
  today,
}: {
  readonly messages: readonly InboxMessage[]
  readonly today: Temporal.PlainDate
}): Html => (
  <div class="tc-feed">
    {[...Map.groupBy(messages, ({ occurred_at }) => dayOf(occurred_at).toString()).values()].map((day) => (
      <Day messages={day} today={today} />
    ))}
  </div>
)
