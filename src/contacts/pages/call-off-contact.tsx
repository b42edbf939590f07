import { personInService, returnTo, servicesOf } from '../../casework/index.ts'
import { PersonForm, personName, rolesOfTeams } from '../../people/index.ts'
import { choiceField, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Radios, TextInput } from '../../platform/ui/index.ts'
import { callOffContact } from '../actions/callOffContact.ts'
import { whenWords } from '../contact-words.ts'
import { outcomeWords } from '../model.ts'
import { contactOf } from '../queries/contactOf.ts'
import { ofContact } from './contact-outcome.tsx'

const reasons = [
  { value: 'cancelled_by_service', text: 'We call it off' },
  { value: 'refused', text: 'They do not want it' },
  { value: 'prison_did_not_unlock', text: 'The prison cannot unlock them', hint: 'Never counted as theirs' },
  { value: 'at_court', text: 'They will be at court' },
  { value: 'transferred', text: 'They will have moved to another prison' },
  { value: 'released', text: 'They will have been released' },
] as const

/** Calls a planned contact off: whose side it was is kept. */
export const callOffContactPage = defineForm({
  path: '/people/:personId/contacts/:contactId/call-off',
  may: rolesOfTeams,
  input: ofContact,
  body: formOf({
    outcome: choiceField(
      reasons.map(({ value }) => value),
      'Say why it will not be',
    ),
    why: optionalTextField(500),
  }),
  load: async (tx, { personId, contactId }, { actor }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(actor), contactId)
    return contact.ok ? ok({ person: about.value.person, contact: contact.value }) : contact
  },
  audit: { action: 'view_call_off_contact', people: ({ person }) => [person.id] },
  does: 'call_off_contact',
  versioned: ({ person, contact }) => ({
    version: contact.version,
    what: `The contact with ${personName(person)}`,
    labels: { outcome: 'Why will it not be?', why: 'More about why' },
    words: { outcome: outcomeWords },
  }),
  act: async (tx, { input: { personId, contactId }, body, version, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(request.actor), contactId)
    if (!contact.ok) return contact
    const off = await callOffContact(tx, {
      personId,
      contactId,
      serviceId: contact.value.service_id,
      staffId: request.actor.staffId,
      version,
      ...body,
    })
    if (!off.ok) return off
    return ok({
      to: returnTo(request, `/people/${personId}/contacts`),
      said: `The contact with ${personName(about.value.person)} is called off.`,
      people: [personId],
      subject: contactId,
    })
  },
  show: ({ person, contact }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Call off the contact with ${personName(person)}`}
      button="Call it off"
      version={contact.version}
    >
      <p class="govuk-body-l">It is planned for {whenWords(contact, context.today)}.</p>
      <Radios {...context.form} name="outcome" label="Why will it not be?" small items={reasons} />
      <TextInput {...context.form} name="why" label="More about why (if it matters)" />
    </PersonForm>
  ),
})
