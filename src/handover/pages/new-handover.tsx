import { z } from 'zod'
import { PersonForm, personHeader, personName } from '../../people/index.ts'
import { formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { InsetText, TextInput } from '../../platform/ui/index.ts'
import { actsFor, handsOver } from '../acting.ts'
import { openHandover } from '../actions/openHandover.ts'
import { departure } from '../queries/departure.ts'
import { openHandoverOf } from '../queries/openHandoverOf.ts'
import { receives } from '../queries/receives.ts'
import { receivingServices } from '../queries/receivingServices.ts'
import { safeToRing } from '../queries/safeToRing.ts'
import { ServiceChoice } from './service-choice.tsx'
import { serviceField } from './service-field.ts'
import { stepAddress } from './steps.tsx'

/** Opens a hand-over: where they will live, and which service is to receive them. */
export const newHandover = defineForm({
  path: '/people/:personId/handover/new',
  may: handsOver,
  input: z.object({ personId: z.uuid() }),
  body: formOf({ destination: optionalTextField(200), service: serviceField() }),
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const { town } = await safeToRing(tx, personId)
    return ok({
      person: person.value,
      town,
      open: await openHandoverOf(tx, personId),
      services: await receivingServices(tx, town),
    })
  },
  audit: { action: 'view_new_handover', people: ({ person }) => [person.id] },
  does: 'open_handover',
  initial: ({ town }) => ({ destination: town ?? '' }),
  act: async (tx, { input: { personId }, body, request }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const by = actsFor(request.actor, person.value)
    if (by === null) return refused('forbidden', 'You work in no service today.')
    const chosen = await receives(tx, body.service, 'service')
    if (!chosen.ok) return chosen
    const left = await departure(tx, personId)
    const opened = await openHandover(tx, {
      personId,
      by,
      kind: left?.released ? 'call_sheet' : 'release',
      destination: body.destination,
      toServiceId: body.service,
    })
    if (!opened.ok) return opened
    return ok({
      to: body.service === null ? `/handovers/${opened.value}` : stepAddress(opened.value, 'what-goes'),
      said:
        body.service === null
          ? `Hand-over of ${personName(person.value)} opened. No service chosen yet: nothing has been sent.`
          : `Hand-over of ${personName(person.value)} opened. Nothing has been sent yet.`,
      people: [personId],
      subject: opened.value,
    })
  },
  show: ({ person, services, open }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Open a hand-over for ${personName(person)}`}
      caption="Hand-over, step 1 of 4"
      button="Save and go on"
      back={{ href: `/people/${person.id}`, text: `Back to ${personName(person)}` }}
      above={
        open !== undefined && (
          <InsetText>
            They have an open hand-over already.{' '}
            <a class="govuk-link" href={`/handovers/${open}`}>
              Go on with that one
            </a>
          </InsetText>
        )
      }
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
