import { PersonFrame, type PersonHeader, personHeader, personName, rolesOfTeams } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, PageHeading } from '../../platform/ui/index.ts'
import { type Copy, copyFor, type OtherRecord, recordWords } from '../copy.ts'
import { carriersOf, wasMet } from '../queries/carriers.ts'
import { mentionsOfOthers } from '../queries/neighbours.ts'
import { noteVersions } from '../queries/notes.ts'
import { ofNote } from './note.tsx'

interface Model {
  readonly person: PersonHeader
  readonly noteId: string
  readonly copies: Readonly<Record<OtherRecord, Copy>>
}

const Words = ({ text, label }: { readonly text: string; readonly label: string }): Html => (
  <textarea
    class="govuk-textarea"
    rows={Math.min(16, text.split('\n').length + 3)}
    readonly
    aria-label={label}
  >
    {text}
  </textarea>
)

const One = ({ record, copy }: { readonly record: OtherRecord; readonly copy: Copy }): Html => (
  <section class="govuk-!-margin-bottom-7">
    <h2 class="govuk-heading-m">For {recordWords[record]}</h2>
    {copy.text === null ? (
      <p class="govuk-body">Nothing of this note may go there.</p>
    ) : (
      <Words text={copy.text} label={`Words for ${recordWords[record]}`} />
    )}
    {copy.leftOut.length > 0 && (
      <>
        <h3 class="govuk-heading-s">Left out</h3>
        <ul class="govuk-list govuk-list--bullet">
          {copy.leftOut.map((why) => (
            <li>{why}</li>
          ))}
        </ul>
      </>
    )}
  </section>
)

/** The words of a note that the prison's and the health record may carry, to be copied by hand; audited as leaving. */
export const copyNotePage = definePage({
  path: '/people/:personId/notes/:noteId/copy',
  may: [...rolesOfTeams, 'key_worker', 'key_work_champion'],
  input: ofNote,
  load: async (tx, { personId, noteId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const versions = await noteVersions(tx, personId, noteId)
    if (!versions.ok) return versions
    const [newest] = versions.value
    const mentions = await mentionsOfOthers(tx, personId, newest.words)
    const carries = await carriersOf(tx, newest.class)
    const note = { ...newest, namesOthers: newest.names_others, met: await wasMet(tx, newest.contact_id) }
    return ok({
      person: person.value,
      noteId: newest.id,
      copies: {
        prison: copyFor('prison', note, mentions, carries.prison),
        health: copyFor('health', note, mentions, carries.health),
      },
    })
  },
  audit: {
    action: 'export_note',
    people: ({ person }: Model) => [person.id],
    subject: ({ noteId }: Model) => noteId,
  },
  show: ({ person, copies, noteId }, { shell }) => (
    <PersonFrame
      shell={shell}
      person={person}
      title={`Copy a note about ${personName(person)}`}
      back={{ href: `/people/${person.id}/notes/${noteId}`, text: 'Back to the note' }}
    >
      <PageHeading title="Copy for the prison or health record" />
      <p class="govuk-body">
        Select the words and copy them. That you opened this page is in the record’s list of who has looked.
      </p>
      <One record="prison" copy={copies.prison} />
      <One record="health" copy={copies.health} />
    </PersonFrame>
  ),
})
