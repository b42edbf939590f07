import type { z } from 'zod'
import { isActedOn, setMessageAside } from '../../custody/index.ts'
import { personName } from '../../people/index.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, InsetText, Textarea } from '../../platform/ui/index.ts'
import { type MessageAbout, messageAbout } from '../queries/messageAbout.ts'
import { inboxTeam } from './inbox-team.ts'
import { MessageForm, messageAudit, ofMessage } from './message-form.tsx'

type Model = MessageAbout & { readonly actedOn: boolean }

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

/** Says that a message of the feed is wrong. */
export const setAside = defineForm<z.infer<typeof ofMessage>, Model, z.infer<typeof body>>({
  path: '/feed/:messageId/set-aside',
  may: inboxTeam,
  audit: messageAudit,
  does: 'set_aside_feed_message',
  input: ofMessage,
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
  show: (about, context) => (
    <MessageForm
      about={about}
      context={context}
      title={`Set a message about ${personName(about.person)} aside`}
      button={about.actedOn ? 'Ask the team' : 'Set aside'}
    >
      <What {...about} />
      <Textarea
        {...context.form}
        name="why"
        label="Why is it wrong, and how do you know?"
        hint="For example: “He is on B wing, I saw him at 9 this morning.”"
        rows={3}
      />
    </MessageForm>
  ),
})
