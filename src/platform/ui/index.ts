/**
 * What pages may use. Components are JSX functions; `govuk…` and `moj…` are the libraries' own
 * templates, for what has no JSX function here.
 */
export { addressWith } from './address.ts'
export { assetRoutes } from './asset-routes.ts'
export { assetPath } from './assets.ts'
export { type StackedBar, stackedBarSvg } from './chart.tsx'
export { Button } from './components/button.tsx'
export {
  Checkbox,
  Checkboxes,
  type Choice,
  Radios,
  Select,
} from './components/choice-controls.tsx'
export { DateInput, datePartNames } from './components/date-control.tsx'
export { Fieldset, Form, Hidden } from './components/form.tsx'
export { Layout, type LayoutProps } from './components/layout.tsx'
export {
  type AppliedFilter,
  EmptyState,
  FilterBar,
  PrintButton,
  PrintFoot,
  PrintHeader,
} from './components/list-furniture.tsx'
export { Messages } from './components/messages.tsx'
export { Pagination } from './components/pagination.tsx'
export { PersonBanner } from './components/person.tsx'
export { SummaryList, type SummaryRow } from './components/summary-list.tsx'
export { type Column, DataTable } from './components/table.tsx'
export { type ControlProps, PasswordInput, Textarea, TextInput } from './components/text-controls.tsx'
export { Timeline, type TimelineItem } from './components/timeline.tsx'
export { Details, Due, InsetText, PageHeading, Tag, Typed, WarningText } from './components/words.tsx'
export * from './dates.ts'
export {
  emptyForm,
  type FieldError,
  type FormState,
  type FormValues,
  formFields,
  typedValue,
  typedValues,
} from './form-state.ts'
export * from './govuk/govuk.ts'
export type { Html } from './govuk/html.ts'
export * from './govuk/moj.ts'
export { type Line, type LineChart, lineChartSvg } from './line-chart.tsx'
export { ConflictPage } from './pages/conflict.tsx'
export { BadRequestPage, ErrorPage, ForbiddenPage, NotFoundPage, TooLargePage } from './pages/refusals.tsx'
export type { PersonAtAGlance, SafetyFlag } from './person-at-a-glance.ts'
export type { Flash, NavigationLink, Shell } from './shell.ts'
