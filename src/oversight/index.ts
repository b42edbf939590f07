export type { ViewOfPerson } from './model.ts'
export { oversightRoutes } from './pages/index.ts'
export { viewsOfPerson } from './queries/viewsOfPerson.ts'
export { lookThroughViews } from './reactions.ts'
