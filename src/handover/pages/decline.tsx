import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Radios, Select, Textarea } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { answerHandover } from '../actions/answerHandover.ts'
import { declineReasons, declineWords } from '../model.ts'
import { receiverView } from '../queries/receiverView.ts'
import { receives } from '../queries/receives.ts'
import { receivingServices } from '../queries/receivingServices.ts'
import { optionalServiceField } from './service-field.ts'

/** The receiving service declines: why, and who should have it instead. */
export const declineHandover = defineForm({
  path: '/handovers/:handoverId/decline',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({
    reason: choiceField(declineReasons, 'Say why you decline'),
    instead: optionalServiceField(),
    words: optionalTextField(2000),
  }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await receiverView(tx, handoverId, actor)
    if (!view.ok) return view
    const services = await receivingServices(tx, view.value.handover.destination)
    return ok({ ...view.value, services: services.filter(({ id }) => id !== view.value.by.serviceId) })
  },
  audit: { action: 'view_decline_handover', people: ({ person }) => [person.id] },
  does: 'decline_handover',
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await receiverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, offers } = view.value
    const { reason, instead, words } = body
    const chosen = await receives(tx, instead, 'instead')
    if (!chosen.ok) return chosen
    const answer = { answer: 'declined', reason, suggestedServiceId: instead, words } as const
    const done = await answerHandover(tx, { handoverId, by, answer })
    if (!done.ok) return done
    return ok({
      to: `/handovers/${handoverId}`,
      said: `Declined. ${offers[0]?.fromName ?? 'The sender'} is told, and asks another service for ${personName(person)}.`,
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, services }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Decline the hand-over of ${personName(person)}`}
      button="Decline"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <Radios
        {...context.form}
        name="reason"
        label="Why?"
        items={declineReasons.map((value) => ({ value, text: declineWords[value] }))}
      />
      <Select
        {...context.form}
        name="instead"
        label="Who should have it instead?"
        labelSize="s"
        placeholder="Nobody that we know of"
        items={services.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Textarea {...context.form} name="words" label="What they should know" labelSize="s" rows={3} />
    </PersonForm>
  ),
})
