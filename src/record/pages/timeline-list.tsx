import {
  addressWith,
  Details,
  EmptyState,
  type Html,
  Timeline,
  type TimelineItem,
  Typed,
} from '../../platform/ui/index.ts'
import type { TimelineRow } from '../queries/timeline.ts'
import { type TimelinePart, timelineParts, writeCursor } from '../timeline-kinds.ts'
import { mostAnswers, rowsOfPage } from '../timeline-page.ts'
import { type Said, sayRow } from '../timeline-words.ts'

interface TimelineListProps {
  readonly personId: string
  readonly rows: readonly TimelineRow[]
  readonly part: TimelinePart | null
  /** Whether earlier pages were left behind. */
  readonly further: boolean
  readonly today: Temporal.PlainDate
}

const Answers = ({ said: { title, answers } }: { readonly said: Said }): Html | null => {
  if (answers.length === 0) return null
  const further = answers.length - mostAnswers
  return (
    <Details summary={`Answers: ${title}`}>
      <dl class="tc-answers">
        {answers.slice(0, mostAnswers).map(({ question, answer }) => (
          <div>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {further > 0 && <p class="govuk-body-s">{further} more on the record itself.</p>}
    </Details>
  )
}

const itemOf = (row: TimelineRow, said: Said): TimelineItem => ({
  title: said.title,
  href: said.href ?? undefined,
  by: [row.by, row.service].filter(Boolean).join(', ') || undefined,
  at: row.time_known ? row.at : row.day,
  detail: (
    <>
      {said.lines.map((line) => (
        <p class="govuk-body-s govuk-!-margin-bottom-1">{line}</p>
      ))}
      {said.typed !== null && <Typed text={said.typed} />}
      <Answers said={said} />
    </>
  ),
})

const base = (personId: string): string => `/people/${personId}`

const Kinds = ({ personId, part }: Pick<TimelineListProps, 'personId' | 'part'>): Html => (
  <nav aria-label="Kinds of record" class="tc-kinds">
    <ul class="govuk-list">
      {[['', 'Everything'] as const, ...Object.entries(timelineParts)].map(([value, words]) => (
        <li>
          {value === (part ?? '') ? (
            <strong aria-current="true">{words}</strong>
          ) : (
            <a class="govuk-link" href={`${addressWith(base(personId), { kind: value })}#timeline`}>
              {words}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

/** What happened, newest first, at most fifty at a time, narrowed to one kind where asked. */
export const TimelineList = ({ personId, rows, part, further, today }: TimelineListProps): Html => {
  const said = rows.map((row) => ({ row, said: sayRow(row, personId, today) }))
  const shown = said.slice(0, rowsOfPage(said.map((each) => each.said)))
  const last = shown.at(-1)?.row
  const query = { kind: part ?? undefined }
  return (
    <section id="timeline">
      <h2 class="govuk-heading-m">Timeline</h2>
      <Kinds personId={personId} part={part} />
      {further && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${addressWith(base(personId), query)}#timeline`}>
            Back to the newest
          </a>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState>
          {part === null ? 'Nothing is recorded yet.' : `Nothing under “${timelineParts[part]}”.`}
        </EmptyState>
      ) : (
        <Timeline items={shown.map((each) => itemOf(each.row, each.said))} today={today} />
      )}
      {rows.length > shown.length && last !== undefined && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${addressWith(base(personId), { ...query, before: writeCursor(last) })}#timeline`}
          >
            Earlier
          </a>
        </p>
      )}
    </section>
  )
}
