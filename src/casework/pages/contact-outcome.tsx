import { z } from 'zod'
import { personName } from '../../people/index.ts'
import { choiceField, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { dayWords, Textarea, timeWords } from '../../platform/ui/index.ts'
import { recordOutcome } from '../actions/recordOutcome.ts'
import { outcomeWords } from '../model.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { type ContactRow, contactOf } from '../queries/contactOf.ts'
import { returnTo } from '../return-to.ts'
import { OutcomeChoice, outcomes } from './outcome-choice.tsx'
import { PersonForm, wholeTeam } from './person-form.tsx'

const whenWords = ({ day, starts_at, place, full_name }: ContactRow, today: Temporal.PlainDate): string =>
  [
    dayWords(day, today) + (starts_at === null ? '' : ` at ${timeWords(starts_at)}`),
    ...(place === null ? [] : [place]),
    ...(full_name === null ? [] : [`with ${full_name}`]),
  ].join(', ')

/** What became of a contact, or a correction of what was said about it. */
export const contactOutcome = defineForm({
  path: '/people/:personId/contacts/:contactId/outcome',
  may: wholeTeam,
  input: z.object({ personId: z.uuid(), contactId: z.uuid() }),
  body: formOf({ outcome: choiceField(outcomes, 'Say whether it happened'), words: optionalTextField(4000) }),
  load: async (tx, { personId, contactId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(actor), contactId)
    return contact.ok ? ok({ person: about.value.person, today, contact: contact.value }) : contact
  },
  audit: { action: 'view_contact', people: ({ person }) => [person.id] },
  does: 'record_contact_outcome',
  initial: ({ contact: { outcome, words } }) => ({
    outcome: outcome === 'planned' ? '' : outcome,
    words: words ?? '',
  }),
  versioned: ({ person, contact }) => ({
    version: contact.version,
    what: `The contact with ${personName(person)}`,
    labels: { outcome: 'Did it happen?', words: 'What was said or done?' },
  }),
  act: async (tx, { input: { personId, contactId }, body, version, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(request.actor), contactId)
    if (!contact.ok) return contact
    const by = { serviceId: contact.value.service_id, staffId: request.actor.staffId }
    const recorded = await recordOutcome(tx, { personId, contactId, by, version, ...body })
    if (!recorded.ok) return recorded
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `Contact with ${personName(about.value.person)} recorded: ${outcomeWords[body.outcome].toLowerCase()}.`,
      people: [personId],
      subject: contactId,
    })
  },
  show: ({ person, contact, today }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`What became of the contact with ${personName(person)}?`}
      button="Save"
      version={contact.version}
    >
      <p class="govuk-body">{whenWords(contact, today)}.</p>
      <OutcomeChoice {...context.form} />
      <Textarea {...context.form} name="words" label="What was said or done?" rows={4} />
    </PersonForm>
  ),
})
