import { DataTable, dateWords, EmptyState, type Html, momentWords } from '../../platform/ui/index.ts'
import type { RecordedDate } from '../queries/releaseDates.ts'
import { releaseDateHistory } from '../release-date-list.ts'
import { releaseDateWords } from '../release-dates.ts'

interface Line {
  readonly entry: RecordedDate
  /** What took its place, where something did. */
  readonly superseded: RecordedDate | null
}

/** Newest first, each with the entry of its type that was recorded next. */
const linesOf = (entries: readonly RecordedDate[]): readonly Line[] => {
  const later = new Map<string, RecordedDate>()
  return releaseDateHistory(entries).map(({ entry }) => {
    const superseded = later.get(entry.type) ?? null
    later.set(entry.type, entry)
    return { entry, superseded }
  })
}

const dateOrWithdrawn = ({ date }: RecordedDate, today: Temporal.PlainDate): string =>
  date === null ? 'withdrawn' : dateWords(date, today)

const stateWords = ({ entry, superseded }: Line, today: Temporal.PlainDate): string => {
  if (superseded !== null)
    return `Until ${momentWords(superseded.recordedAt, today)}: then ${dateOrWithdrawn(superseded, today)}`
  return entry.date === null ? 'Withdrawn' : 'Stands'
}

const whoWords = ({ by, service, source }: RecordedDate): string =>
  [source, by === null ? null : `typed by ${[by, service].filter(Boolean).join(', ')}`]
    .filter(Boolean)
    .join('; ')

/** Everything ever said of a release: type, date, who said so, when, and what took its place. */
export const ReleaseDateTable = ({
  entries,
  today,
}: {
  readonly entries: readonly RecordedDate[]
  readonly today: Temporal.PlainDate
}): Html =>
  entries.length === 0 ? (
    <EmptyState>Nobody has recorded a release date.</EmptyState>
  ) : (
    <DataTable
      caption="Everything recorded about the release date"
      rows={linesOf(entries)}
      columns={[
        { heading: 'Date', cell: ({ entry }) => releaseDateWords(entry.type), rowHeading: true },
        { heading: 'Day', cell: ({ entry }) => dateOrWithdrawn(entry, today) },
        { heading: 'State', cell: (line) => stateWords(line, today) },
        { heading: 'Who said so', cell: ({ entry }) => whoWords(entry) },
        { heading: 'Recorded', cell: ({ entry }) => momentWords(entry.recordedAt, today) },
      ]}
    />
  )
