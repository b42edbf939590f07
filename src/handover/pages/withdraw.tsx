import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf, textField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { handsOver } from '../acting.ts'
import { withdrawHandover } from '../actions/withdrawHandover.ts'
import { senderView } from '../queries/senderView.ts'

/** The sender takes back what was not answered yet. */
export const takeBack = defineForm({
  path: '/handovers/:handoverId/withdraw',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({ words: textField('Say why you take it back', 500) }),
  load: (tx, { handoverId }, { actor }) => senderView(tx, handoverId, actor),
  audit: { action: 'view_withdraw_handover', people: ({ person }) => [person.id] },
  does: 'withdraw_handover',
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, offers } = view.value
    const done = await withdrawHandover(tx, { handoverId, by, words: body.words })
    if (!done.ok) return done
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Taken back. ${offers[0]?.toName ?? 'They'} will see nothing that is recorded from now on. Choose another service.`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, offers }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Take back the hand-over of ${personName(person)}`}
      button="Take it back"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <p class="govuk-body">
        {offers[0]?.toName} has had it since it was sent, and may have read it. It sees nothing that is
        recorded from now on.
      </p>
      <Textarea {...context.form} name="words" label="Why do you take it back?" labelSize="s" rows={3} />
    </PersonForm>
  ),
})
