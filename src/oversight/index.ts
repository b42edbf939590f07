export type { ViewOfPerson } from './model.ts'
export { viewsOfPerson } from './queries/viewsOfPerson.ts'
