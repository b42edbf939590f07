import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import {
  dayField,
  dayValues,
  formOf,
  optionalTextField,
  optionalTimeField,
} from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dateWords, InsetText, TextInput, timeWords } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { bookAppointment } from '../actions/bookAppointment.ts'
import { departure } from '../queries/departure.ts'
import { handoverView } from '../queries/handoverView.ts'
import { adviceOnAppointment, daysOut } from '../rules.ts'

const saidOf = (day: Temporal.PlainDate, today: Temporal.PlainDate, release: Temporal.PlainDate | null) => {
  const advice = adviceOnAppointment(day, release)
  const counted = release === null ? '' : `, day ${daysOut(release, day)} after release`
  return `Appointment booked for ${dateWords(day, today)}${counted}.${advice === null ? '' : ` ${advice}`}`
}

/** Books or moves the first appointment; either side may. */
export const appointmentPage = defineForm({
  path: '/handovers/:handoverId/appointment',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({
    day: dayField('Enter the day of the appointment'),
    time: optionalTimeField(),
    place: optionalTextField(200),
    reason: optionalTextField(500),
  }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await handoverView(tx, handoverId, actor)
    if (!view.ok) return view
    return ok({ ...view.value, leaving: await departure(tx, view.value.person.id) })
  },
  audit: { action: 'view_appointment', people: ({ person }) => [person.id] },
  does: 'book_appointment',
  initial: ({ appointments }) => {
    const standing = appointments.find(({ outcome }) => outcome === 'planned')
    if (standing === undefined) return {}
    const { day, at, place } = standing
    return { ...dayValues('day', day), time: at === null ? '' : timeWords(at), place: place ?? '' }
  },
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await handoverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person } = view.value
    const booked = await bookAppointment(tx, { handoverId, by, ...body })
    if (!booked.ok) return booked
    const leaving = await departure(tx, person.id)
    return ok({
      to: `/handovers/${handoverId}`,
      said: saidOf(body.day, tx.today, leaving?.release ?? null),
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, leaving, appointments }, context) => {
    const release = leaving?.release ?? null
    const moves = appointments.some(({ outcome }) => outcome === 'planned')
    return (
      <PersonForm
        person={person}
        context={context}
        title={`${moves ? 'Move the' : 'Book the first'} appointment of ${personName(person)}`}
        button={moves ? 'Move appointment' : 'Book appointment'}
        back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
        beside={
          moves && (
            <a class="govuk-link" href={`/handovers/${handover.id}/outcome`}>
              Cancel it instead
            </a>
          )
        }
        above={
          <InsetText>
            {release === null
              ? 'No release date is known. Book it for the day they are told to come.'
              : `${leaving?.released ? 'They left' : 'They leave'} ${dateWords(release, context.today)}. Best are day 1 to 3, up to ${dateWords(release.add({ days: 3 }), context.today)}; the last day in time is day 21, ${dateWords(release.add({ days: 21 }), context.today)}.`}
          </InsetText>
        }
      >
        <DateInput {...context.form} name="day" label="On which day" />
        <TextInput {...context.form} name="time" label="Time" labelSize="s" hint="Such as 11:00" width={5} />
        <TextInput
          {...context.form}
          name="place"
          label="Place"
          labelSize="s"
          hint="Street and house, as they would ask for it"
        />
        <TextInput
          {...context.form}
          name="reason"
          label="Where it is after day 21: why it cannot be sooner"
          labelSize="s"
        />
      </PersonForm>
    )
  },
})
