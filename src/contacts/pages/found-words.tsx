import { noteClassWords } from '../../notes/index.ts'
import { dayWords, EmptyState, type Html } from '../../platform/ui/index.ts'
import { noteClassOf } from '../actions/noteOfContact.ts'
import { type FoundWords as Found, marks } from '../queries/searchNotes.ts'

/** Some words with what was searched for marked. */
const Marked = ({ excerpt }: { readonly excerpt: string }): Html => (
  <>
    {excerpt.split(marks.start).map((part, index) => {
      const [word = '', rest = ''] = index === 0 ? ['', part] : part.split(marks.end)
      return (
        <>
          {word !== '' && <mark>{word}</mark>}
          {rest}
        </>
      )
    })}
  </>
)

const titleOf = ({ kind, class: recordClass }: Found): string => {
  const noteClass = recordClass === 'safeguarding' ? recordClass : noteClassOf(recordClass)
  return kind === 'contact' || noteClass === null ? 'Contact' : noteClassWords[noteClass].text
}

interface FoundWordsProps {
  readonly rows: readonly Found[]
  readonly q: string
  readonly personId: string
  readonly today: Temporal.PlainDate
}

/** What was found in somebody's notes, the newest first. */
export const FoundWords = ({ rows, q, personId, today }: FoundWordsProps): Html => (
  <section>
    <h2 class="govuk-heading-m">
      {rows.length === 1 ? '1 place' : `${rows.length} places`} with “{q}”
    </h2>
    {rows.length === 0 ? (
      <EmptyState>Nothing you may read has these words. Try one word alone, or its beginning.</EmptyState>
    ) : (
      <ul class="tc-lines">
        {rows.map((row) => (
          <li>
            <div class="tc-duties__what">
              <a class="govuk-link" href={`/people/${personId}/${row.kind}s/${row.id}`}>
                {titleOf(row)}, {dayWords(row.day, today)}
              </a>
              {row.by !== null && <span class="tc-duties__why">{row.by}</span>}
              <div class="tc-typed">
                <Marked excerpt={row.excerpt} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    )}
  </section>
)
