import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf, textField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { handsOver } from '../acting.ts'
import { closeHandover } from '../actions/closeHandover.ts'
import { senderView } from '../queries/senderView.ts'

/** A hand-over that is not to go on is closed with a reason. */
export const closeHandoverPage = defineForm({
  path: '/handovers/:handoverId/close',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({ why: textField('Say why it is closed', 500) }),
  load: (tx, { handoverId }, { actor }) => senderView(tx, handoverId, actor),
  audit: { action: 'view_close_handover', people: ({ person }) => [person.id] },
  does: 'close_handover',
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const done = await closeHandover(tx, { handoverId, why: body.why })
    if (!done.ok) return done
    const { person } = view.value
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Hand-over of ${personName(person)} closed. If they still need one, another is owed.`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Close the hand-over of ${personName(person)}`}
      button="Close hand-over"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <Textarea {...context.form} name="why" label="Why is it closed?" labelSize="s" rows={3} />
    </PersonForm>
  ),
})
