import { z } from 'zod'
import { outcomeWords } from '../../casework/index.ts'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Radios, Textarea } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { recordAppointmentOutcome } from '../actions/recordAppointmentOutcome.ts'
import { outcomes } from '../model.ts'
import { handoverView } from '../queries/handoverView.ts'
import { appointmentWords } from '../state-words.ts'

/** What became of the first appointment. Kept: whether treatment started is asked next. Not kept: another is booked. */
export const appointmentOutcome = defineForm({
  path: '/handovers/:handoverId/outcome',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({
    outcome: choiceField(outcomes, 'Say whether it happened'),
    words: optionalTextField(2000),
  }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await handoverView(tx, handoverId, actor)
    if (!view.ok) return view
    const planned = view.value.appointments.find(({ outcome }) => outcome === 'planned')
    return planned === undefined
      ? refused('not_found', 'There is no appointment to say anything about.')
      : ok({ ...view.value, planned })
  },
  audit: { action: 'view_appointment_outcome', people: ({ person }) => [person.id] },
  does: 'record_appointment_outcome',
  versioned: ({ person, planned }) => ({
    version: planned.version,
    what: `The appointment of ${personName(person)}`,
    labels: { outcome: 'Did it happen?', words: 'What was said or done' },
    words: { outcome: outcomeWords },
  }),
  act: async (tx, { input: { handoverId }, body, version, request }) => {
    const view = await handoverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, receives, offers } = view.value
    const done = await recordAppointmentOutcome(tx, { handoverId, by, version, ...body })
    if (!done.ok) return done
    const came = body.outcome === 'kept' || body.outcome === 'late'
    const asks = came && receives && offers[0]?.answer === 'accepted'
    const about = { people: [person.id], subject: handoverId }
    if (!came)
      return ok({
        ...about,
        to: `/handovers/${handoverId}/appointment`,
        said: `Recorded: ${outcomeWords[body.outcome].toLowerCase()}. Book another appointment now.`,
      })
    return ok({
      ...about,
      to: asks ? `/handovers/${handoverId}/treatment` : `/handovers/${handoverId}`,
      said: `Recorded: ${personName(person)} came.`,
    })
  },
  show: ({ person, handover, planned }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`What became of the appointment of ${personName(person)}?`}
      button="Save"
      version={planned.version}
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <p class="govuk-body">{appointmentWords(planned, context.today)}.</p>
      <Radios
        {...context.form}
        name="outcome"
        label="Did it happen?"
        small
        items={outcomes.map((value) => ({ value, text: outcomeWords[value] }))}
      />
      <Textarea {...context.form} name="words" label="What was said or done" labelSize="s" rows={3} />
    </PersonForm>
  ),
})
