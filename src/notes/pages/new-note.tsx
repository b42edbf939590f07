import { z } from 'zod'
import { personInService, returnTo } from '../../casework/index.ts'
import { discardDraft, draftOf, KeptForm } from '../../drafts/index.ts'
import { personName, servingFor } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  textField,
} from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { DateInput, Radios, typedValue } from '../../platform/ui/index.ts'
import { mentionWords, writeNote } from '../actions/writeNote.ts'
import { mostWords, noteClasses, noteClassWords } from '../model.ts'
import { writableClasses } from '../queries/notes.ts'
import { beginFrom } from '../templates.ts'
import { NoteFields } from './note-fields.tsx'

/** Roles that may write a note of some class, if only to raise a concern. */
const writers = [
  'recovery_worker',
  'coordinator',
  'team_leader',
  'clinical',
  'community_worker',
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
  'facilitator',
] as const

/** Writes a note about somebody; its class is chosen by who will see it. */
export const newNote = defineForm({
  path: '/people/:personId/notes/new',
  may: writers,
  input: z.object({ personId: z.uuid(), template: z.string().max(40).optional().catch(undefined) }),
  body: formOf({
    class: choiceField(noteClasses, 'Choose who is to see it'),
    day: dayField('Enter the day it is about'),
    words: textField('Write the note', mostWords),
    names_others: choicesField(['yes']),
  }),
  load: async (tx, { personId, template }, { actor, today, url }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return ok({
      person: about.value.person,
      classes: await writableClasses(tx),
      draft: await draftOf(tx, url.pathname),
      template,
      today,
    })
  },
  audit: { action: 'view_new_note', people: ({ person }) => [person.id] },
  does: 'write_note',
  initial: ({ classes: [first, ...others], today, draft, template }) => ({
    ...dayValues('day', today),
    class: others.every(({ class: name }) => name === 'safeguarding') ? (first?.class ?? '') : '',
    ...draft?.answers,
    words: beginFrom(typedValue(draft?.answers ?? {}, 'words'), template),
  }),
  act: async (tx, { input: { personId }, body, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person } = about.value
    const serving = await servingFor(tx, request.actor, person)
    if (!serving.ok) return serving
    const chosen = (await writableClasses(tx)).find((each) => each.class === body.class)
    if (chosen === undefined) return refused('invalid', 'Choose who is to see it', 'class')
    const written = await writeNote(tx, {
      personId,
      serviceId: serving.value.id,
      recordClass: body.class,
      day: body.day,
      words: body.words,
      amends: null,
      contactId: null,
      namesOthers: body.names_others.length > 0,
    })
    if (!written.ok) return written
    await discardDraft(tx, { path: request.url.pathname })
    const { text, hint } = noteClassWords[body.class]
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `${text} written. ${hint}${mentionWords(written.value.mentions)}`,
      people: [personId],
      subject: written.value.id,
    })
  },
  show: ({ person, classes: mine, draft }, context) => (
    <KeptForm
      person={person}
      context={context}
      title={`Write a note about ${personName(person)}`}
      button="Save the note"
      draft={draft}
    >
      <Radios
        {...context.form}
        name="class"
        label="Who is to see it"
        items={mine.map(({ class: value }) => ({ value, ...noteClassWords[value] }))}
      />
      <DateInput {...context.form} name="day" label="The day it is about" hint="For example, 27 3 2026" />
      <NoteFields
        form={context.form}
        path={context.url.pathname}
        classes={mine.map((each) => each.class)}
        label="What you want to remember"
      />
    </KeptForm>
  ),
})
