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

const Actions = ({ message }: Pick<MessageProps, 'message'>): Html | null => {
  if (message.type === null) return null
  const [path, text] =
    message.state === 'set_aside' ? ['take-back', 'Take this back'] : ['set-aside', 'Set aside']
  return (
    <a class="govuk-link tc-screen-only" href={`/feed/${message.id}/${path}`}>
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
  <>
    {[...Map.groupBy(messages, ({ occurred_at }) => dayOf(occurred_at).toString()).values()].map((day) => (
      <Day messages={day} today={today} />
    ))}
  </>
)
