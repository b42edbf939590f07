import { type PersonHeader, personHeader, personName, servingFor } from '../../people/index.ts'
import { dayField, dayValues, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { InsetText } from '../../platform/ui/index.ts'
import { writeNote } from '../actions/writeNote.ts'
import { type NoteVersion, noteClasses, noteVersions } from '../queries/notes.ts'
import { ofNote } from './note.tsx'
import { mostWords, NoteFields } from './note-fields.tsx'
import { PersonForm } from './person-form.tsx'

interface Model {
  readonly person: PersonHeader
  readonly versions: readonly [NoteVersion, ...NoteVersion[]]
}

/** Puts a note right: what it said before stays readable, with who and when. */
export const amendNote = defineForm({
  path: '/people/:personId/notes/:noteId/amend',
  may: [
    'recovery_worker',
    'coordinator',
    'team_leader',
    'clinical',
    'community_worker',
    'key_worker',
    'key_work_champion',
  ],
  input: ofNote,
  body: formOf({ day: dayField('Enter the day it is about'), words: textField('Write the note', mostWords) }),
  load: async (tx, { personId, noteId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const versions = await noteVersions(tx, personId, noteId)
    return versions.ok ? ok({ person: person.value, versions: versions.value }) : versions
  },
  audit: { action: 'view_amend_note', people: ({ person }: Model) => [person.id] },
  does: 'amend_note',
  initial: ({ versions: [newest] }) => ({ ...dayValues('day', newest.day), words: newest.words }),
  versioned: ({ person, versions }) => ({
    version: versions.length,
    what: `This note about ${personName(person)}`,
    labels: { 'day-day': 'Day', 'day-month': 'Month', 'day-year': 'Year', words: 'The words' },
  }),
  act: async (tx, { input: { personId, noteId }, body, version, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const versions = await noteVersions(tx, personId, noteId)
    if (!versions.ok) return versions
    const [newest] = versions.value
    if (version !== null && version !== versions.value.length)
      return refused('conflict', 'Somebody put this note right meanwhile.')
    if (!(await noteClasses(tx)).some((each) => each.class === newest.class))
      return refused('forbidden', 'You may read this note and not change it.')
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const written = await writeNote(tx, {
      ...body,
      personId,
      serviceId: serving.value.id,
      recordClass: newest.class,
      amends: newest.id,
    })
    if (!written.ok) return written
    return ok({
      to: `/people/${personId}/notes/${written.value}`,
      said: 'The note is put right. What it said before is below.',
      people: [personId],
      subject: written.value,
    })
  },
  show: ({ person, versions }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Put a note about ${personName(person)} right`}
      button="Save"
      version={versions.length}
    >
      <InsetText>What it says now stays readable below the new words, with who wrote it and when.</InsetText>
      <NoteFields form={context.form} />
    </PersonForm>
  ),
})
