import { z } from 'zod'
import { personInService, returnTo, servicesOf } from '../../casework/index.ts'
import { discardDraft, draftOf, KeptForm } from '../../drafts/index.ts'
import { beginFrom, mentionWords, mostWords } from '../../notes/index.ts'
import { personName, rolesOfTeams } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  formOf,
  optionalTextField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { capitalised, type Html, typedValue } from '../../platform/ui/index.ts'
import { noteClassOf } from '../actions/noteOfContact.ts'
import { recordWhatHappened } from '../actions/recordWhatHappened.ts'
import { whenWords } from '../contact-words.ts'
import { outcomes, outcomeWords, purposeWords } from '../model.ts'
import { type ContactRow, contactOf } from '../queries/contactOf.ts'
import { HappenedFields } from './happened-fields.tsx'

export const ofContact = z.object({ personId: z.uuid(), contactId: z.uuid() })

const What = ({
  contact,
  today,
}: {
  readonly contact: ContactRow
  readonly today: Temporal.PlainDate
}): Html => (
  <p class="govuk-body-l">
    {purposeWords[contact.purpose]}: {whenWords(contact, today)}.
    {contact.outcome !== 'planned' && ` Until now it said: ${outcomeWords[contact.outcome].toLowerCase()}.`}
  </p>
)

/** What became of a contact, with its note, or a correction of what was said about it. */
export const contactOutcome = defineForm({
  path: '/people/:personId/contacts/:contactId/outcome',
  may: rolesOfTeams,
  input: ofContact.extend({ template: z.string().max(40).optional().catch(undefined) }),
  body: formOf({
    outcome: choiceField(outcomes, 'Say whether it happened'),
    words: optionalTextField(mostWords),
    names_others: choicesField(['yes']),
  }),
  load: async (tx, { personId, contactId, template }, { actor, today, url }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(actor), contactId)
    if (!contact.ok) return contact
    const draft = await draftOf(tx, url.pathname)
    return ok({ person: about.value.person, today, contact: contact.value, draft, template })
  },
  audit: { action: 'view_contact_outcome', people: ({ person }) => [person.id] },
  does: 'record_contact_outcome',
  initial: ({ contact, draft, template }) => {
    const stands = {
      outcome: contact.outcome === 'planned' ? '' : contact.outcome,
      words: noteClassOf(contact.class) === null ? (contact.words ?? '') : '',
      ...draft?.answers,
    }
    return { ...stands, words: beginFrom(typedValue(stands, 'words'), template) }
  },
  versioned: ({ person, contact }) => ({
    version: contact.version,
    what: `The contact with ${personName(person)}`,
    labels: { outcome: 'Did it happen?', words: 'What was said or done' },
    words: { outcome: outcomeWords },
  }),
  act: async (tx, { input: { personId, contactId }, body, version, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const contact = await contactOf(tx, personId, servicesOf(request.actor), contactId)
    if (!contact.ok) return contact
    const recorded = await recordWhatHappened(tx, {
      personId,
      contactId,
      serviceId: contact.value.service_id,
      staffId: request.actor.staffId,
      version,
      outcome: body.outcome,
      words: body.words,
      namesOthers: body.names_others.length > 0,
      recordClass: contact.value.class,
      day: contact.value.day,
    })
    if (!recorded.ok) return recorded
    await discardDraft(tx, { path: request.url.pathname })
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `Contact with ${personName(about.value.person)} recorded: ${outcomeWords[body.outcome].toLowerCase()}.${mentionWords(recorded.value)}`,
      people: [personId],
      subject: contactId,
    })
  },
  show: ({ person, contact, today, draft }, context) => (
    <KeptForm
      person={person}
      context={context}
      title={capitalised(`what became of the contact with ${personName(person)}?`)}
      button="Save"
      draft={draft}
      version={contact.version}
      above={<What contact={contact} today={today} />}
    >
      <HappenedFields form={context.form} path={context.url.pathname} recordClass={contact.class} />
    </KeptForm>
  ),
})
