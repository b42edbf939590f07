import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf, textField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { writeMessage } from '../actions/writeMessage.ts'
import { handoverView } from '../queries/handoverView.ts'

/** Words to the other service. */
export const messagePage = defineForm({
  path: '/handovers/:handoverId/message',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({ words: textField('Write something first', 4000) }),
  load: (tx, { handoverId }, { actor }) => handoverView(tx, handoverId, actor),
  audit: { action: 'view_handover_message', people: ({ person }) => [person.id] },
  does: 'write_handover_message',
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await handoverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, offers, receives } = view.value
    const done = await writeMessage(tx, { handoverId, by, words: body.words })
    if (!done.ok) return done
    const other = receives ? offers[0]?.fromName : offers[0]?.toName
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Message sent to ${other ?? 'the other service'}.`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Write about ${personName(person)}`}
      button="Send message"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <Textarea {...context.form} name="words" label="Write to the other service" labelSize="s" rows={4} />
    </PersonForm>
  ),
})
