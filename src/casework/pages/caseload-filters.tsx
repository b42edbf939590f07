import {
  type AppliedFilter,
  FilterBar,
  Hidden,
  type Html,
  Select,
  TextInput,
} from '../../platform/ui/index.ts'
import { type CaseloadFilter, caseloadAddress, showWords, type WhoseChoice } from '../caseload-filter.ts'
import { choicesOf } from '../fields.ts'
import type { WorkerLoad } from '../queries/teamLoad.ts'

/** What the list shows only, each with the address without it. */
export const appliedTo = (whose: WhoseChoice, filter: CaseloadFilter): readonly AppliedFilter[] => [
  ...(filter.show === ''
    ? []
    : [{ text: showWords[filter.show], off: caseloadAddress(whose, filter, { show: '' }) }]),
  ...(filter.wing === ''
    ? []
    : [{ text: `Wing ${filter.wing}`, off: caseloadAddress(whose, filter, { wing: '' }) }]),
]

const workerChoices = (workers: readonly WorkerLoad[]) => {
  const names = new Map(workers.map(({ staff_id, full_name }) => [staff_id, full_name]))
  return [
    { value: 'team', text: 'Everybody in the team' },
    ...[...names].map(([value, text]) => ({ value, text })),
  ]
}

interface FiltersProps {
  readonly whose: WhoseChoice
  readonly filter: CaseloadFilter
  /** Colleagues whose people the reader may see; nobody for a role that sees only its own. */
  readonly workers: readonly WorkerLoad[]
}

/** Whose caseload, and what of it. */
export const CaseloadFilters = ({ whose, filter, workers }: FiltersProps): Html => {
  const state = { values: { worker: whose ?? '', show: filter.show, wing: filter.wing }, errors: [] }
  return (
    <FilterBar
      action="/caseload"
      applied={appliedTo(whose, filter)}
      clear={caseloadAddress(whose, filter, { show: '', wing: '' })}
    >
      <Hidden name="sort" value={filter.sort} />
      {workers.length > 0 && (
        <Select {...state} name="worker" label="Whose" placeholder="Mine" items={workerChoices(workers)} />
      )}
      <Select {...state} name="show" label="Who" placeholder="Everybody" items={choicesOf(showWords)} />
      <TextInput {...state} name="wing" label="Wing" />
    </FilterBar>
  )
}
