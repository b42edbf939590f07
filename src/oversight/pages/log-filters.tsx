import {
  type AppliedFilter,
  addressWith,
  DateInput,
  FilterBar,
  fullDate,
  type Html,
  Pagination,
  Select,
} from '../../platform/ui/index.ts'
import { dayAsked, kindsOfEvent, type LogFilter } from '../log-filter.ts'

const queryOf = (filter: LogFilter) => {
  const day = dayAsked(filter)
  return {
    what: filter.what ?? undefined,
    ...(day === null
      ? {}
      : { 'day-day': `${day.day}`, 'day-month': `${day.month}`, 'day-year': `${day.year}` }),
  }
}

const withoutDay = { 'day-day': undefined, 'day-month': undefined, 'day-year': undefined }

/** The filters that are on, each with its way off. */
const appliedTo = (path: string, filter: LogFilter): readonly AppliedFilter[] => {
  const day = dayAsked(filter)
  return [
    ...(filter.what === null
      ? []
      : [{ text: kindsOfEvent[filter.what], off: addressWith(path, queryOf(filter), { what: undefined }) }]),
    ...(day === null ? [] : [{ text: fullDate(day), off: addressWith(path, queryOf(filter), withoutDay) }]),
  ]
}

interface LogFiltersProps {
  readonly path: string
  readonly filter: LogFilter
}

/** By what was done, and by day. */
export const LogFilters = ({ path, filter }: LogFiltersProps): Html => {
  const query = queryOf(filter)
  const state = { values: { ...query, what: query.what ?? '' }, errors: [] }
  return (
    <FilterBar action={path} applied={appliedTo(path, filter)} clear={path}>
      <Select
        {...state}
        name="what"
        label="What"
        placeholder="Everything"
        items={Object.entries(kindsOfEvent).map(([value, text]) => ({ value, text }))}
      />
      <DateInput {...state} name="day" label="On one day" />
    </FilterBar>
  )
}

/** The other pages of the list. */
export const LogPages = ({
  path,
  filter,
  total,
}: LogFiltersProps & { readonly total: number }): Html | null => (
  <Pagination
    page={filter.page}
    total={total}
    href={(page) => addressWith(path, queryOf(filter), { page: `${page}` })}
    things="events"
  />
)
