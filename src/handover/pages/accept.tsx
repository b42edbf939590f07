import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { takesPart } from '../acting.ts'
import { answerHandover } from '../actions/answerHandover.ts'
import { receiverView } from '../queries/receiverView.ts'

/** The receiving service accepts: its episode opens. */
export const acceptHandover = defineForm({
  path: '/handovers/:handoverId/accept',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({}),
  load: (tx, { handoverId }, { actor }) => receiverView(tx, handoverId, actor),
  audit: { action: 'view_accept_handover', people: ({ person }) => [person.id] },
  does: 'accept_handover',
  act: async (tx, { input: { handoverId }, request }) => {
    const view = await receiverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, offers, appointments } = view.value
    const answer = { answer: 'accepted', words: null } as const
    const done = await answerHandover(tx, { handoverId, by, answer })
    if (!done.ok) return done
    const next = appointments.some(({ outcome }) => outcome === 'planned')
      ? 'The first appointment is booked already.'
      : 'Book the first appointment next.'
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Accepted. ${personName(person)} is now with you, and ${offers[0]?.fromName ?? 'the sender'} is told. ${next}`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, offers }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Accept the hand-over of ${personName(person)}?`}
      button="Accept"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <p class="govuk-body">
        {offers[0]?.fromName} is told, and the care of {personName(person)} comes to you.
      </p>
    </PersonForm>
  ),
})
