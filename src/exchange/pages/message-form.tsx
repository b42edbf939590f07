import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { type Html, momentWords } from '../../platform/ui/index.ts'
import { movementWords } from '../message-words.ts'
import type { MessageAbout } from '../queries/messageAbout.ts'

/** The address of a page about one message of the feed. */
export const ofMessage = z.object({ messageId: z.uuid() })

/** What the log says was opened. */
export const messageAudit = {
  action: 'view_feed_message',
  people: ({ message }: MessageAbout) => [message.personId],
  subject: ({ message }: MessageAbout) => message.id,
} as const

interface MessageFormProps {
  readonly about: MessageAbout
  readonly context: FormContext
  readonly title: string
  readonly button: string
}

/** One question about a message of the feed, below what it said. */
export const MessageForm = (props: PropsWithChildren<MessageFormProps>): Html => {
  const { about, context, title, button, children } = props
  const { message, person, prison } = about
  return (
    <PersonForm
      person={person}
      context={context}
      title={title}
      button={button}
      back={{ href: '/feed', text: 'Back to what the feed said' }}
      above={
        <p class="govuk-body-l">
          {personName(person)} {movementWords(message.type, prison)}, {momentWords(message.at, context.today)}
          .
        </p>
      }
    >
      {children}
    </PersonForm>
  )
}
