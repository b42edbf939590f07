import { momentOf, personInService, returnTo, servicesOf } from '../../casework/index.ts'
import { PersonForm, personName, rolesOfTeams } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  optionalTextField,
  optionalTimeField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Radios, TextInput, timeWords } from '../../platform/ui/index.ts'
import type { AskedBy } from '../actions/keepEarlier.ts'
import { moveContact } from '../actions/moveContact.ts'
import { usualMinutes } from '../clashes.ts'
import { whenWords } from '../contact-words.ts'
import { contactOf } from '../queries/contactOf.ts'
import { standingInTheWay } from '../queries/standingInTheWay.ts'
import { behindNoDoor } from '../rules.ts'
import { askAnyway, ClashFields } from './clash-fields.tsx'
import { ofContact } from './contact-outcome.tsx'

const askers = ['person', 'us', 'prison', 'other'] as const satisfies readonly AskedBy[]

export const askedByWords: Readonly<Record<AskedBy, string>> = {
  person: 'They asked',
  us: 'We asked',
  prison: 'The prison asked',
  other: 'Somebody else asked',
}

/** Moves a planned contact to another time, with who asked for it and why. */
export const moveContactPage = defineForm({
  path: '/people/:personId/contacts/:contactId/move',
  may: rolesOfTeams,
  input: ofContact,
  body: formOf({
    day: dayField('Enter the new day'),
    time: optionalTimeField(),
    place: optionalTextField(200),
    asked_by: choiceField(askers, 'Say who asked'),
    why: optionalTextField(500),
    anyway: choicesField(['yes']),
  }),
  load: async (tx, { personId, contactId }, { actor }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(actor), contactId)
    return contact.ok ? ok({ person: about.value.person, contact: contact.value }) : contact
  },
  audit: { action: 'view_move_contact', people: ({ person }) => [person.id] },
  does: 'move_contact',
  initial: ({ contact }) => ({
    ...dayValues('day', contact.day),
    time: contact.starts_at === null ? '' : timeWords(contact.starts_at),
    place: contact.place ?? '',
  }),
  versioned: ({ person, contact }) => ({
    version: contact.version,
    what: `The contact with ${personName(person)}`,
    labels: {
      'day-day': 'Day',
      'day-month': 'Month',
      'day-year': 'Year',
      time: 'At what time?',
      place: 'Where?',
    },
  }),
  act: async (tx, { input: { personId, contactId }, body, version, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person } = about.value
    const contact = await contactOf(tx, personId, servicesOf(request.actor), contactId)
    if (!contact.ok) return contact
    const { service_id, staff_id, minutes, mode } = contact.value
    const startsAt = momentOf(body.day, body.time)
    const moved = await moveContact(tx, {
      personId,
      contactId,
      serviceId: service_id,
      staffId: request.actor.staffId,
      version,
      day: body.day,
      startsAt,
      place: body.place,
      askedBy: body.asked_by,
      why: body.why,
    })
    if (!moved.ok) return moved
    const warnings = await standingInTheWay(tx, {
      person,
      staffId: staff_id,
      proposed: {
        day: body.day,
        startsAt,
        minutes: minutes ?? usualMinutes,
        atTheDoor: behindNoDoor(mode),
      },
      except: contactId,
    })
    if (warnings.length > 0 && body.anyway.length === 0) return { ok: false, refusal: askAnyway(warnings) }
    return ok({
      to: returnTo(request, `/people/${personId}/contacts`),
      said: `Contact with ${personName(person)} moved to ${dayWords(body.day, tx.today)}${startsAt === null ? '' : ` at ${timeWords(startsAt)}`}.`,
      people: [personId],
      subject: contactId,
    })
  },
  show: ({ person, contact }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Move the contact with ${personName(person)}`}
      button="Move contact"
      version={contact.version}
    >
      <p class="govuk-body-l">Now: {whenWords(contact, context.today)}.</p>
      <DateInput {...context.form} name="day" label="To which day?" />
      <TextInput {...context.form} name="time" label="At what time?" hint="Such as 09:30" width={5} />
      <TextInput {...context.form} name="place" label="Where? (if it matters)" width={20} />
      <Radios
        {...context.form}
        name="asked_by"
        label="Who asked for it?"
        small
        items={askers.map((value) => ({ value, text: askedByWords[value] }))}
      />
      <TextInput {...context.form} name="why" label="Why? (if it matters)" />
      <ClashFields form={context.form} />
    </PersonForm>
  ),
})
