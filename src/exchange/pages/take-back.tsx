import type { z } from 'zod'
import { takeMessageBack } from '../../custody/index.ts'
import { personName } from '../../people/index.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { InsetText, momentWords, Textarea } from '../../platform/ui/index.ts'
import { type MessageAbout, messageAbout } from '../queries/messageAbout.ts'
import { inboxTeam } from './inbox-team.ts'
import { MessageForm, messageAudit, ofMessage } from './message-form.tsx'

const body = formOf({ why: textField('Say why the message is right after all', 1000) })

/** Takes back that a message was set aside. */
export const takeBack = defineForm<z.infer<typeof ofMessage>, MessageAbout, z.infer<typeof body>>({
  path: '/feed/:messageId/take-back',
  may: inboxTeam,
  audit: messageAudit,
  does: 'take_back_feed_message',
  input: ofMessage,
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
  show: (about, context) => {
    const { setAside } = about.message
    const title = `Let a message about ${personName(about.person)} count again`
    return (
      <MessageForm about={about} context={context} title={title} button="Let it count again">
        {setAside !== null && (
          <InsetText>
            Set aside {momentWords(setAside.at, context.today)}
            {setAside.by !== null && ` by ${setAside.by}`}: “{setAside.why}”
          </InsetText>
        )}
        <Textarea {...context.form} name="why" label="Why is it right after all?" rows={3} />
      </MessageForm>
    )
  },
})
