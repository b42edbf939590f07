import { z } from 'zod'
import { momentOf, personInService, returnTo } from '../../casework/index.ts'
import { discardDraft, draftOf, KeptForm } from '../../drafts/index.ts'
import { beginFrom, mentionWords, mostWords } from '../../notes/index.ts'
import { personName, rolesOfTeams } from '../../people/index.ts'
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
import { DateInput, Details, TextInput, typedValue } from '../../platform/ui/index.ts'
import { contactClass } from '../actions/recordContact.ts'
import { recordMeeting } from '../actions/recordMeeting.ts'
import { outcomes, outcomeWords } from '../model.ts'
import { plannedWith } from '../queries/plannedWith.ts'
import { HappenedFields } from './happened-fields.tsx'
import { MeetingFields, modes, purposes, usualMeeting } from './meeting-fields.tsx'
import { PlannedAlready } from './planned-already.tsx'

const body = formOf({
  outcome: choiceField(outcomes, 'Say whether it happened'),
  words: optionalTextField(mostWords),
  names_others: choicesField(['yes']),
  day: dayField('Enter the day'),
  time: optionalTimeField(),
  mode: choiceField(modes, 'Say how you meet'),
  purpose: choiceField(purposes, 'Say what it is for'),
  also_there: optionalTextField(200),
  place: optionalTextField(200),
})

/** Records a contact that happened or was tried, with its note, on one page. */
export const newContact = defineForm({
  path: '/people/:personId/contacts/new',
  may: rolesOfTeams,
  input: z.object({ personId: z.uuid(), template: z.string().max(40).optional().catch(undefined) }),
  body,
  load: async (tx, { personId, template }, { actor, today, url }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return ok({
      ...about.value,
      planned: await plannedWith(tx, personId, { service: about.value.service.id, until: today }),
      draft: await draftOf(tx, url.pathname),
      template,
      today,
    })
  },
  audit: { action: 'view_new_contact', people: ({ person }) => [person.id] },
  does: 'record_contact',
  initial: ({ today, service, draft, template }) => ({
    ...dayValues('day', today),
    ...usualMeeting(service.setting),
    ...draft?.answers,
    words: beginFrom(typedValue(draft?.answers ?? {}, 'words'), template),
  }),
  act: async (tx, { input: { personId }, body: answers, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, by } = about.value
    const { time, names_others, also_there, ...contact } = answers
    const recorded = await recordMeeting(tx, {
      ...contact,
      personId,
      by,
      staffId: by.staffId,
      alsoThere: also_there,
      startsAt: momentOf(contact.day, time),
      handoverId: null,
      recordClass: contactClass(contact.purpose, request.actor.role),
      namesOthers: names_others.length > 0,
    })
    if (!recorded.ok) return recorded
    await discardDraft(tx, { path: request.url.pathname })
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `Contact with ${personName(person)} recorded: ${outcomeWords[contact.outcome].toLowerCase()}.${mentionWords(recorded.value.mentions)}`,
      people: [personId],
      subject: recorded.value.contactId,
    })
  },
  show: ({ person, draft, planned, service }, context) => {
    const purpose = purposes.find((each) => each === typedValue(context.form.values, 'purpose'))
    return (
      <KeptForm
        person={person}
        context={context}
        title={`Contact with ${personName(person)}`}
        button="Save contact"
        draft={draft}
        above={<PlannedAlready rows={planned} person={person} today={context.today} />}
      >
        <HappenedFields
          form={context.form}
          path={context.url.pathname}
          recordClass={contactClass(purpose ?? usualMeeting(service.setting).purpose, context.actor.role)}
        />
        <DateInput {...context.form} name="day" label="On which day?" />
        <TextInput {...context.form} name="time" label="At what time?" hint="Such as 09:30" width={5} />
        <Details summary="How, what for, who else and where">
          <MeetingFields form={context.form} />
        </Details>
      </KeptForm>
    )
  },
})
