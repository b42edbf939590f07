import { z } from 'zod'
import { takeMessageBack } from '../../custody/index.ts'
import { PersonFrame, personName } from '../../people/index.ts'
import { defineForm, type FormContext, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  Form,
  type Html,
  InsetText,
  momentWords,
  PageHeading,
  Textarea,
} from '../../platform/ui/index.ts'
import { movementWords } from '../message-words.ts'
import { type MessageAbout, messageAbout } from '../queries/messageAbout.ts'
import { inboxTeam } from './inbox-team.ts'

const input = z.object({ messageId: z.uuid() })
const body = formOf({ why: textField('Say why the message is right after all', 1000) })

const show = ({ message, person, prison }: MessageAbout, context: FormContext): Html => {
  const title = `Let a message about ${personName(person)} count again`
  const { setAside } = message
  return (
    <PersonFrame
      shell={context.shell}
      person={person}
      title={title}
      errors={context.form.errors}
      back={{ href: '/feed', text: 'Back to what the feed said' }}
    >
      <PageHeading title={title} />
      <p class="govuk-body-l">
        {personName(person)} {movementWords(message.type, prison)}, {momentWords(message.at, context.today)}.
      </p>
      {setAside !== null && (
        <InsetText>
          Set aside {momentWords(setAside.at, context.today)}
          {setAside.by !== null && ` by ${setAside.by}`}: “{setAside.why}”
        </InsetText>
      )}
      <Form
        action={`/feed/${message.id}/take-back`}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Textarea {...context.form} name="why" label="Why is it right after all?" rows={3} />
        <Button text="Let it count again" />
      </Form>
    </PersonFrame>
  )
}

/** Takes back that a message was set aside. */
export const takeBack = defineForm<z.infer<typeof input>, MessageAbout, z.infer<typeof body>>({
  path: '/feed/:messageId/take-back',
  may: inboxTeam,
  audit: {
    action: 'view_feed_message',
    people: ({ message }) => [message.personId],
    subject: ({ message }) => message.id,
  },
  does: 'take_back_feed_message',
  input,
  body,
  load: (tx, { messageId }) => messageAbout(tx, messageId),
  act: async (tx, { input: { messageId }, body: { why } }) => {
    const done = await takeMessageBack(tx, { messageId, why })
    if (!done.ok) return done
    return ok({
      to: '/feed',
      said: 'The message counts again. Where the person is and what is owed to them was worked out again.',
      people: [done.value.personId],
      subject: messageId,
    })
  },
  show,
})
