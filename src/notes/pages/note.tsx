import { z } from 'zod'
import {
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesWithPeople,
} from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, PageHeading, WarningText } from '../../platform/ui/index.ts'
import { noteClassWords } from '../model.ts'
import { type NoteVersion, noteVersions, writableClasses } from '../queries/notes.ts'
import { Version } from './note-version.tsx'

export const ofNote = z.object({ personId: z.uuid(), noteId: z.uuid() })

interface Model {
  readonly person: PersonHeader
  readonly versions: readonly [NoteVersion, ...NoteVersion[]]
  readonly mayAmend: boolean
}

/** One note, and what it said before. */
export const notePage = definePage({
  path: '/people/:personId/notes/:noteId',
  may: rolesWithPeople,
  input: ofNote,
  load: async (tx, { personId, noteId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const versions = await noteVersions(tx, personId, noteId)
    if (!versions.ok) return versions
    const mine = await writableClasses(tx)
    return ok({
      person: person.value,
      versions: versions.value,
      mayAmend: mine.some((each) => each.class === versions.value[0].class),
    })
  },
  audit: {
    action: 'view_note',
    people: ({ person }: Model) => [person.id],
    subject: ({ versions }: Model) => versions[0].id,
  },
  show: ({ person, versions: [newest, ...earlier], mayAmend }, { shell, today }) => (
    <PersonFrame
      shell={shell}
      person={person}
      title={`${noteClassWords[newest.class].text} about ${personName(person)}`}
      back={{ href: `/people/${person.id}`, text: `Back to ${personName(person)}` }}
    >
      <PageHeading title={noteClassWords[newest.class].text}>
        {mayAmend ? (
          <Button
            text="Put it right"
            kind="secondary"
            href={`/people/${person.id}/notes/${newest.id}/amend`}
          />
        ) : undefined}
      </PageHeading>
      <p class="govuk-body">{noteClassWords[newest.class].hint}</p>
      {newest.names_others && (
        <WarningText>These words speak of somebody else. Take that out before they are shared.</WarningText>
      )}
      <Version version={newest} today={today} />
      <ul class="govuk-list tc-no-print">
        {newest.contact_id !== null && (
          <li>
            <a class="govuk-link" href={`/people/${person.id}/contacts/${newest.contact_id}`}>
              The contact that it is about
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/people/${person.id}/notes/${newest.id}/copy`}>
            Copy for the prison or health record
          </a>
        </li>
      </ul>
      {earlier.length > 0 && <h2 class="govuk-heading-m">What it said before</h2>}
      {earlier.map((version) => (
        <Version version={version} today={today} />
      ))}
    </PersonFrame>
  ),
})
