import { fullDate, type Html, WarningText } from '../../platform/ui/index.ts'
import type { SharedEntry, SharedParts } from '../queries/sharedParts.ts'

interface NamesOthersProps {
  readonly personId: string
  readonly parts: SharedParts
}

const marked = (parts: SharedParts): readonly { readonly noteId: string; readonly entry: SharedEntry }[] =>
  Object.values(parts)
    .flat()
    .flatMap((entry) => (entry.namesOthers === null ? [] : [{ noteId: entry.namesOthers.noteId, entry }]))

const countWords = (count: number): string =>
  count === 1
    ? 'One note here speaks of somebody else. Read it before it leaves, and put it right where it says too much.'
    : `${count} notes here speak of somebody else. Read them before they leave, and put right what says too much.`

/** Notes among what goes that speak of other people, each with the way to put it right; nothing where there are none. */
export const NamesOthers = ({ personId, parts }: NamesOthersProps): Html => {
  const notes = marked(parts)
  return (
    <div>
      {notes.length > 0 && <WarningText>{countWords(notes.length)}</WarningText>}
      {notes.map(({ noteId, entry }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/people/${personId}/notes/${noteId}`}>
            Note{entry.day === null ? '' : ` of ${fullDate(entry.day)}`}
          </a>
        </p>
      ))}
    </div>
  )
}
