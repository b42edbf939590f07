import { z } from 'zod'
import { isActedOn, setMessageAside } from '../../custody/index.ts'
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

type Model = MessageAbout & { readonly actedOn: boolean }

const input = z.object({ messageId: z.uuid() })
const body = formOf({ why: textField('Say why the message is wrong, and how you know', 1000) })

const What = ({ actedOn }: Model): Html =>
  actedOn ? (
    <InsetText>
      Since this message came, staff have recorded things that rest on it. It is not set aside at once: your
      team is asked to look at them and decide.
    </InsetText>
  ) : (
    <p class="govuk-body">
      The message stays here, marked, and no longer counts. Where this person is and what is owed to them is
      worked out again. The same message read again stays set aside. You can take this back.
    </p>
  )

const show = (model: Model, context: FormContext): Html => {
  const { message, person, prison, actedOn } = model
  const title = `Set a message about ${personName(person)} aside`
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
      <What {...model} />
      <Form
        action={`/feed/${message.id}/set-aside`}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Textarea
          {...context.form}
          name="why"
          label="Why is it wrong, and how do you know?"
          hint="For example: “He is on B wing, I saw him at 9 this morning.”"
          rows={3}
        />
        <Button text={actedOn ? 'Ask the team' : 'Set aside'} />
      </Form>
    </PersonFrame>
  )
}

/** Says that a message of the feed is wrong. */
export const setAside = defineForm<z.infer<typeof input>, Model, z.infer<typeof body>>({
  path: '/feed/:messageId/set-aside',
  may: inboxTeam,
  audit: {
    action: 'view_feed_message',
    people: ({ message }) => [message.personId],
    subject: ({ message }) => message.id,
  },
  does: 'set_aside_feed_message',
  input,
  body,
  load: async (tx, { messageId }) => {
    const about = await messageAbout(tx, messageId)
    return about.ok ? ok({ ...about.value, actedOn: await isActedOn(tx, messageId) }) : about
  },
  act: async (tx, { input: { messageId }, body: { why } }) => {
    const done = await setMessageAside(tx, { messageId, why })
    if (!done.ok) return done
    const { message, asked } = done.value
    return ok({
      to: '/feed',
      said: asked
        ? 'The message was not set aside: staff have recorded things that rest on it. The question is under “To decide”.'
        : 'The message was set aside. Where the person is and what is owed to them was worked out again.',
      people: [message.personId],
      subject: message.id,
    })
  },
  show,
})
