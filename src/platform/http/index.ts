/** What pages and the ways in use of the web platform. */
export { createApp } from './app.tsx'
export { type Done, defineForm } from './define-form.ts'
export { definePage } from './define-page.ts'
export { type Drain, drainable } from './draining.ts'
export {
  choiceField,
  choicesField,
  dayField,
  dayValues,
  formOf,
  optionalChoiceField,
  optionalDayField,
  optionalTextField,
  optionalTimeField,
  textField,
} from './fields.ts'
export { keptFilter } from './kept-filter.ts'
export { printRoutes } from './print-route.ts'
export type { FormContext, Navigation, PageContext, Request, Route, Services } from './route.ts'
