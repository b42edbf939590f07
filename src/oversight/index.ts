export { oversightRoutes } from './pages/index.ts'
export { viewsOfPerson } from './queries/viewsOfPerson.ts'
export { waitingReviews } from './queries/waitingReviews.ts'
export { lookThroughViews } from './reactions.ts'
