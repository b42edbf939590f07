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
import { Button, fullDate, type Html, momentWords, PageHeading, Typed } from '../../platform/ui/index.ts'
import { type NoteVersion, noteClasses, noteVersions } from '../queries/notes.ts'
import { noteClassWords } from './note-fields.tsx'

export const ofNote = z.object({ personId: z.uuid(), noteId: z.uuid() })

interface Model {
  readonly person: PersonHeader
  readonly versions: readonly [NoteVersion, ...NoteVersion[]]
  readonly mayAmend: boolean
}

const Version = ({
  version,
  today,
}: {
  readonly version: NoteVersion
  readonly today: Temporal.PlainDate
}): Html => (
  <section class="govuk-!-margin-bottom-6">
    <p class="govuk-hint">
      About {fullDate(version.day)}. Written {momentWords(version.recorded_at, today)} by{' '}
      {[version.by, version.service].filter(Boolean).join(', ')}
    </p>
    <Typed text={version.words} />
  </section>
)

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
    const mine = await noteClasses(tx)
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
      <Version version={newest} today={today} />
      {earlier.length > 0 && <h2 class="govuk-heading-m">What it said before</h2>}
      {earlier.map((version) => (
        <Version version={version} today={today} />
      ))}
    </PersonFrame>
  ),
})
