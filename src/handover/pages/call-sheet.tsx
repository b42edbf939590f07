import { outcomeWords, returnTo } from '../../casework/index.ts'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, formOf, optionalChoiceField, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  dateWords,
  dayWords,
  PrintButton,
  PrintHeader,
  Radios,
  Textarea,
  TextInput,
} from '../../platform/ui/index.ts'
import { agreedAtTriage } from '../../sharing/index.ts'
import { handsOver } from '../acting.ts'
import { sendCallSheet } from '../actions/sendCallSheet.ts'
import { outcomes } from '../model.ts'
import { attemptsSince } from '../queries/attempts.ts'
import { receives } from '../queries/receives.ts'
import { receivingServices } from '../queries/receivingServices.ts'
import { safeToRing } from '../queries/safeToRing.ts'
import { faultOfRinging } from '../rules.ts'
import { aboutLeaving, ofPerson } from './about-leaving.ts'
import { PersonPage } from './person-page.tsx'
import { Attempts, DayCounter, SafeToRing } from './ringing.tsx'
import { ServiceChoice } from './service-choice.tsx'
import { serviceField } from './service-field.ts'

const bases = ['agreed_at_triage', 'agreed_now', 'none'] as const

/** Somebody left unexpectedly: one short page that finishes the essentials, and prints. */
export const callSheetPage = defineForm({
  path: '/people/:personId/call-sheet',
  may: handsOver,
  input: ofPerson,
  body: formOf({
    outcome: choiceField(outcomes, 'Say what became of the call'),
    words: optionalTextField(2000),
    destination: optionalTextField(200),
    service: serviceField(),
    basis: optionalChoiceField(bases),
  }),
  load: async (tx, { personId }, request) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { leaving } = about.value
    if (!leaving.released && !leaving.died)
      return refused('not_found', 'They have not left, so there is no call sheet.')
    const ring = await safeToRing(tx, personId)
    return ok({
      ...about.value,
      ring,
      agreedOn: await agreedAtTriage(tx, personId),
      services: await receivingServices(tx, ring.town),
      attempts: leaving.release === null ? [] : await attemptsSince(tx, personId, leaving.release),
    })
  },
  audit: { action: 'view_call_sheet', people: ({ person }) => [person.id] },
  does: 'send_call_sheet',
  initial: ({ ring, agreedOn }) => ({
    destination: ring.town ?? '',
    basis: agreedOn === null ? '' : 'agreed_at_triage',
  }),
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const { outcome, words, destination, service, basis } = body
    if (service !== null && basis === null) return refused('invalid', 'Say on what basis it is sent', 'basis')
    const chosen = await receives(tx, service, 'service')
    if (!chosen.ok) return chosen
    const sends = service !== null && basis !== null && basis !== 'none'
    const handover = sends ? { toServiceId: service, basis, destination } : null
    const role = request.actor.role
    const done = await sendCallSheet(tx, { personId, by, role, outcome, words, handover })
    if (!done.ok) return done
    const call = `Call to ${personName(person)} recorded: ${outcomeWords[outcome].toLowerCase()}.`
    if (done.value === null)
      return ok({
        to: returnTo(request, `/people/${personId}/call-sheet`),
        said: `${call} Nothing was sent to a service.`,
        people: [personId],
      })
    const { toName, answerDue, handoverId } = done.value
    return ok({
      to: returnTo(request, `/handovers/${handoverId}`),
      said: `${call} Sent to ${toName}, who have until ${dayWords(answerDue, tx.today)}.`,
      people: [personId],
      subject: handoverId,
    })
  },
  show: ({ person, leaving, ring, agreedOn, services, attempts }, context) => {
    const title = `Call sheet for ${personName(person)}`
    const back = { href: returnTo(context, `/people/${person.id}`), text: 'Back' }
    const released = leaving.released ? leaving.release : null
    const rings = faultOfRinging({ ...leaving, safeToRing: ring.safeToRing }) === null
    const above = (
      <>
        <PrintHeader shell={context.shell} now={context.now} />
        {released !== null && !leaving.died && (
          <DayCounter released={released} today={context.today} attempts={attempts} rings={rings} />
        )}
        <SafeToRing leaving={leaving} ring={ring} />
      </>
    )
    const below = released !== null && (
      <Attempts attempts={attempts} released={released} today={context.today} />
    )
    if (!rings)
      return (
        <PersonPage person={person} context={context} title={title} back={back}>
          {above}
          {below}
        </PersonPage>
      )
    return (
      <PersonForm
        person={person}
        context={context}
        title={title}
        button="Record and send"
        back={back}
        above={above}
        below={below}
        beside={<PrintButton text="Print" />}
      >
        <Radios
          {...context.form}
          name="outcome"
          label="What became of the call?"
          small
          items={(['kept', 'no_answer', 'wrong_details', 'refused', 'not_known'] as const).map((value) => ({
            value,
            text: value === 'kept' ? 'Spoke with them' : outcomeWords[value],
          }))}
        />
        <Textarea
          {...context.form}
          name="words"
          label="What the next service must know"
          hint="Last dose, where they sleep, who else can be rung"
          labelSize="s"
          rows={3}
        />
        <TextInput
          {...context.form}
          name="destination"
          label="Town or area where they are now"
          labelSize="s"
          width={20}
        />
        <ServiceChoice
          {...context.form}
          name="service"
          label="To which service is it sent?"
          services={services}
          nobody="No service yet"
        />
        <Radios
          {...context.form}
          name="basis"
          label="On what basis?"
          items={[
            ...(agreedOn === null
              ? []
              : [
                  {
                    value: 'agreed_at_triage',
                    text: `They agreed at triage, ${dateWords(agreedOn, context.today)}`,
                  },
                ]),
            { value: 'agreed_now', text: 'They agree now, on the phone' },
            { value: 'none', text: 'No basis: nothing is sent, tell them how to come themselves' },
          ]}
        />
      </PersonForm>
    )
  },
})
