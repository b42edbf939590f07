import { noteClassWords } from '../../notes/index.ts'
import { dayWords, type Html, Tag, Typed, timeWords } from '../../platform/ui/index.ts'
import { noteClassOf } from '../actions/noteOfContact.ts'
import { modeWords, outcomeWords, purposeWords } from '../model.ts'
import type { Line } from '../queries/contactsAndNotes.ts'
import { sideWords, whoseSide } from '../rules.ts'

const titleOf = ({ kind, class: recordClass, purpose }: Line): string => {
  const noteClass = recordClass === 'safeguarding' ? recordClass : noteClassOf(recordClass)
  if (kind === 'note') return noteClass === null ? 'Note' : noteClassWords[noteClass].text
  return purpose === null ? 'Contact' : purposeWords[purpose]
}

const whenWords = ({ day, starts_at }: Line, today: Temporal.PlainDate): string =>
  dayWords(day, today) + (starts_at === null ? '' : ` at ${timeWords(starts_at)}`)

/** Whose side it was, where that is not plain from the outcome. */
const sideOf = (outcome: Line['outcome']): string | null => {
  const side = outcome === null ? null : whoseSide(outcome)
  return side === null || side === 'happened' || side === 'not_known' ? null : sideWords[side]
}

const detailsOf = ({ outcome, mode, place, by, also_there, service }: Line): string =>
  [sideOf(outcome), mode === null ? null : modeWords[mode], place, by, also_there, service]
    .filter((part) => part !== null)
    .join(', ')

interface ContactLineProps {
  readonly line: Line
  readonly personId: string
  readonly today: Temporal.PlainDate
}

const Doing = ({ line, personId }: ContactLineProps): Html | null =>
  line.outcome === 'planned' && line.may_change ? (
    <span class="tc-duties__do">
      <a class="govuk-link" href={`/people/${personId}/contacts/${line.id}/outcome`}>
        Say what happened
      </a>
    </span>
  ) : null

/** A contact with its note, or a note by itself: what it was, how it went, what was said. */
export const ContactLine = (props: ContactLineProps): Html => {
  const { line, personId, today } = props
  return (
    <li>
      <div class="tc-duties__what">
        <a class="govuk-link tc-duties__name" href={`/people/${personId}/${line.kind}s/${line.id}`}>
          {titleOf(line)}, {whenWords(line, today)}
        </a>{' '}
        {line.outcome !== null && <Tag text={outcomeWords[line.outcome]} />}
        <span class="tc-duties__why">{detailsOf(line)}</span>
        {line.words !== null && <Typed text={line.words} />}
        {line.notes.map(({ words }) => (
          <Typed text={words} />
        ))}
      </div>
      <Doing {...props} />
    </li>
  )
}
