import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { TextInput } from '../../platform/ui/index.ts'
import { handsOver } from '../acting.ts'
import { prepareHandover } from '../actions/prepareHandover.ts'
import { receives } from '../queries/receives.ts'
import { receivingServices } from '../queries/receivingServices.ts'
import { senderView } from '../queries/senderView.ts'
import { ServiceChoice } from './service-choice.tsx'
import { serviceField } from './service-field.ts'
import { stepAddress, stepCaption } from './steps.tsx'

/** Step 1: to whom. After a service said no, the one that it suggested is chosen already. */
export const toWhom = defineForm({
  path: '/handovers/:handoverId/to-whom',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({ destination: optionalTextField(200), service: serviceField() }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await senderView(tx, handoverId, actor)
    if (!view.ok) return view
    const services = await receivingServices(tx, view.value.handover.destination)
    return ok({ ...view.value, services })
  },
  audit: { action: 'view_handover_to_whom', people: ({ person }) => [person.id] },
  does: 'prepare_handover_to_whom',
  initial: ({ handover, draft, offers }) => ({
    destination: handover.destination ?? '',
    service: draft.toService ?? offers[0]?.suggestedService ?? '',
  }),
  versioned: ({ person, draft, services }) => ({
    version: draft.version,
    what: `The hand-over of ${personName(person)}`,
    labels: { destination: 'Town or area where they will live', service: 'Which service' },
    words: { service: Object.fromEntries(services.map(({ id, name }) => [id, name])) },
  }),
  act: async (tx, { input: { handoverId }, body, version, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const chosen = await receives(tx, body.service, 'service')
    if (!chosen.ok) return chosen
    const { by, person } = view.value
    const prepared = { destination: body.destination, toServiceId: body.service }
    const done = await prepareHandover(tx, { handoverId, by, version, prepared })
    if (!done.ok) return done
    return ok({
      to: body.service === null ? `/handovers/${handoverId}` : stepAddress(handoverId, 'what-goes'),
      said:
        body.service === null
          ? 'Kept open: no service chosen yet.'
          : 'Service chosen. Nothing has been sent yet.',
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, draft, services }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`To whom does the care of ${personName(person)} go?`}
      caption={stepCaption('to-whom')}
      button="Save and go on"
      version={draft.version}
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <TextInput
        {...context.form}
        name="destination"
        label="Town or area where they will live"
        labelSize="s"
        width={20}
      />
      <ServiceChoice
        {...context.form}
        name="service"
        label="Which service is to receive them?"
        services={services}
        nobody="No service yet: keep it open"
      />
    </PersonForm>
  ),
})
