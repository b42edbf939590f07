import { DateInput, FilterBar, type Html, Select } from '../../platform/ui/index.ts'
import type { ReadPeriod } from '../period.ts'

/** Which period, and what was known by when. */
export const PeriodFilter = ({ values, errors }: Pick<ReadPeriod, 'values' | 'errors'>): Html => (
  <FilterBar action="/continuity" applied={[]} clear="/continuity?period=year">
    <Select
      name="period"
      label="People who left in"
      values={values}
      errors={errors}
      items={[
        { value: 'year', text: 'the last 12 months' },
        { value: 'quarter', text: 'the last full quarter' },
        { value: 'own', text: 'the days that I enter' },
      ]}
    />
    <DateInput name="from" label="First day" values={values} errors={errors} />
    <DateInput name="to" label="Last day" values={values} errors={errors} />
    <DateInput name="as_of" label="As known on" values={values} errors={errors} />
  </FilterBar>
)
