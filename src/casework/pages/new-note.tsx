import { personName, servingFor } from '../../people/index.ts'
import { choiceField, dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Radios } from '../../platform/ui/index.ts'
import { writeNote } from '../actions/writeNote.ts'
import { personInService } from '../person-in-service.ts'
import { type NoteClass, noteClasses } from '../queries/notes.ts'
import { returnTo } from '../return-to.ts'
import { mostWords, NoteFields, noteClassWords } from './note-fields.tsx'
import { ofPerson, PersonForm } from './person-form.tsx'

const classes = Object.keys(noteClassWords) as readonly NoteClass[]

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
  input: ofPerson,
  body: formOf({
    class: choiceField(classes, 'Choose who is to see it'),
    day: dayField('Enter the day it is about'),
    words: textField('Write the note', mostWords),
  }),
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return ok({ person: about.value.person, classes: await noteClasses(tx), today })
  },
  audit: { action: 'view_new_note', people: ({ person }) => [person.id] },
  does: 'write_note',
  initial: ({ classes: [first, ...others], today }) => ({
    ...dayValues('day', today),
    class: others.every(({ class: name }) => name === 'safeguarding') ? (first?.class ?? '') : '',
  }),
  act: async (tx, { input: { personId }, body, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person } = about.value
    const serving = await servingFor(tx, request.actor, person)
    if (!serving.ok) return serving
    const chosen = (await noteClasses(tx)).find((each) => each.class === body.class)
    if (chosen === undefined) return refused('invalid', 'Choose who is to see it', 'class')
    const written = await writeNote(tx, {
      personId,
      serviceId: serving.value.id,
      recordClass: body.class,
      day: body.day,
      words: body.words,
      amends: null,
    })
    if (!written.ok) return written
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `${noteClassWords[body.class].text} written. ${noteClassWords[body.class].hint}`,
      people: [personId],
      subject: written.value,
    })
  },
  show: ({ person, classes: mine }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Write a note about ${personName(person)}`}
      button="Save the note"
    >
      <Radios
        {...context.form}
        name="class"
        label="Who is to see it"
        items={mine.map(({ class: value }) => ({ value, ...noteClassWords[value] }))}
      />
      <NoteFields form={context.form} />
    </PersonForm>
  ),
})
