import { type Column, DataTable, type Html, Tag } from '../../platform/ui/index.ts'
import {
  type CaseloadFilter,
  type CaseloadSort,
  caseloadAddress,
  type WhoseChoice,
} from '../caseload-filter.ts'
import type { CaseloadLine } from '../caseload-view.ts'

const Who = ({ line, team }: { readonly line: CaseloadLine; readonly team: boolean }): Html => (
  <>
    <a class="govuk-link" href={`/people/${line.id}`}>
      {line.name}
    </a>
    <div class="tc-duties__why">{line.number}</div>
    {team && <div class="tc-duties__why">with {line.worker}</div>}
    {line.covering !== null && <div class="tc-duties__why">{line.covering}</div>}
  </>
)

const Owed = ({ line }: { readonly line: CaseloadLine }): Html => (
  <>
    <a class="govuk-link" href={`/people/${line.id}`}>
      {line.isOverdue ? <strong>{line.owed}</strong> : line.owed}
      <span class="govuk-visually-hidden"> to {line.name}</span>
    </a>
    {line.firstOwed !== '' && <div class="tc-duties__why">{line.firstOwed}</div>}
  </>
)

const Risk = ({ line }: { readonly line: CaseloadLine }): Html => (
  <>
    {line.risk.length + line.risks.length === 0 && 'No flag'}
    {line.risk.map((flag) => (
      <div>
        <Tag text={flag} colour="red" />
      </div>
    ))}
    {line.risks.map((risk) => (
      <div>{risk.endsWith(': high') ? <strong>{risk}</strong> : risk}</div>
    ))}
  </>
)

interface TableProps {
  readonly lines: readonly CaseloadLine[]
  readonly whose: WhoseChoice
  readonly filter: CaseloadFilter
  readonly caption: string
}

/** The caseload as a table; each heading sorts it, the least good first. */
export const CaseloadTable = ({ lines, whose, filter, caption }: TableProps): Html => {
  const sort = (by: CaseloadSort) => ({
    sort: { href: caseloadAddress(whose, filter, { sort: by }), on: filter.sort === by },
  })
  const columns: readonly Column<CaseloadLine>[] = [
    {
      heading: 'Name',
      rowHeading: true,
      ...sort('name'),
      cell: (line) => <Who line={line} team={whose === 'team'} />,
    },
    { heading: 'Where', ...sort('landing'), cell: ({ where }) => where },
    { heading: 'Owed', ...sort('owed'), cell: (line) => <Owed line={line} /> },
    { heading: 'Next contact', ...sort('next'), cell: ({ next }) => next },
    { heading: 'Last seen', ...sort('seen'), cell: ({ seen }) => seen },
    { heading: 'Leaves', ...sort('leaves'), cell: ({ leaves }) => leaves },
    { heading: 'Risk', ...sort('risk'), cell: (line) => <Risk line={line} /> },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={lines} />
}
