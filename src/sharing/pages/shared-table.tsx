import { DataTable, type Html, momentWords } from '../../platform/ui/index.ts'
import { basisWords } from '../model.ts'
import type { SharedRow } from '../queries/sharedBefore.ts'
import { listed } from '../words.ts'

const goes: Readonly<Record<string, string>> = {
  recovery: 'recovery records',
  clinical: 'medicines and clinical notes',
  summary: 'the agreed summary and plan',
  appointments: 'when and where they are seen',
}

const partsOf = ({ parts }: SharedRow): string =>
  listed(['who they are and how to reach them', ...parts.flatMap((part) => goes[part] ?? [])])

const answers: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

const becameOf = ({ kind, answer }: SharedRow): string =>
  kind === 'involved' ? 'Involved, without a hand-over' : (answers[answer ?? ''] ?? 'Not answered')

/** What was shared: to whom, when, which parts, on what basis, and what became of it. */
export const SharedTable = ({
  rows,
  today,
  caption,
}: {
  readonly rows: readonly SharedRow[]
  readonly today: Temporal.PlainDate
  readonly caption: string
}): Html => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    columns={[
      { heading: 'To', rowHeading: true, cell: ({ toName }) => toName },
      {
        heading: 'When',
        cell: ({ at, by }) => `${momentWords(at, today)}${by === null ? '' : `, by ${by}`}`,
      },
      { heading: 'What', cell: partsOf },
      {
        heading: 'On what basis',
        cell: ({ basis, basisWords: words }) =>
          words === null ? basisWords[basis] : `${basisWords[basis]}: ${words}`,
      },
      { heading: 'What became of it', cell: becameOf },
    ]}
  />
)
