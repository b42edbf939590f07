import { z } from 'zod'
import { type Draft, discardDraft, draftOf, KeptForm } from '../../drafts/index.ts'
import { type PersonHeader, personHeader, personName, servingFor } from '../../people/index.ts'
import {
  choicesField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  textField,
} from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { DateInput, Details, typedValue } from '../../platform/ui/index.ts'
import { mentionWords, writeNote } from '../actions/writeNote.ts'
import { mostWords, noteClassWords } from '../model.ts'
import { type NoteVersion, noteVersions, writableClasses } from '../queries/notes.ts'
import { beginFrom } from '../templates.ts'
import { ofNote } from './note.tsx'
import { NoteFields } from './note-fields.tsx'
import { Version } from './note-version.tsx'

interface Model {
  readonly person: PersonHeader
  readonly versions: readonly [NoteVersion, ...NoteVersion[]]
  readonly draft: Draft | null
  readonly template: string | undefined
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
  input: ofNote.extend({ template: z.string().max(40).optional().catch(undefined) }),
  body: formOf({
    words: textField('Write the note', mostWords),
    day: dayField('Enter the day it is about'),
    names_others: choicesField(['yes']),
  }),
  load: async (tx, { personId, noteId, template }, { url }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const versions = await noteVersions(tx, personId, noteId)
    if (!versions.ok) return versions
    const draft = await draftOf(tx, url.pathname)
    return ok({ person: person.value, versions: versions.value, draft, template })
  },
  audit: { action: 'view_amend_note', people: ({ person }: Model) => [person.id] },
  does: 'amend_note',
  initial: ({ versions: [newest], draft, template }) => {
    const stands = {
      ...dayValues('day', newest.day),
      words: newest.words,
      names_others: newest.names_others ? 'yes' : '',
      ...draft?.answers,
    }
    return { ...stands, words: beginFrom(typedValue(stands, 'words'), template) }
  },
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
    if (!(await writableClasses(tx)).some((each) => each.class === newest.class))
      return refused('forbidden', 'You may read this note and not change it.')
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const written = await writeNote(tx, {
      day: body.day,
      words: body.words,
      namesOthers: body.names_others.length > 0,
      contactId: newest.contact_id,
      personId,
      serviceId: serving.value.id,
      recordClass: newest.class,
      amends: newest.id,
    })
    if (!written.ok) return written
    await discardDraft(tx, { path: request.url.pathname })
    return ok({
      to: `/people/${personId}/notes/${written.value.id}`,
      said: `The note is put right. What it said before is below.${mentionWords(written.value.mentions)}`,
      people: [personId],
      subject: written.value.id,
    })
  },
  show: ({ person, versions, draft }, context) => (
    <KeptForm
      person={person}
      context={context}
      title={`Put a note about ${personName(person)} right`}
      button="Save the words"
      draft={draft}
      version={versions.length}
      above={
        <p class="govuk-body">
          {noteClassWords[versions[0].class].text}. {noteClassWords[versions[0].class].hint}
        </p>
      }
    >
      <NoteFields
        form={context.form}
        path={context.url.pathname}
        classes={[versions[0].class]}
        label="What it is to say"
      />
      <DateInput {...context.form} name="day" label="The day it is about" />
      <Details summary="What it says now stays readable">
        <Version version={versions[0]} today={context.today} />
      </Details>
    </KeptForm>
  ),
})
