export { gatherAtOnce } from './actions/gather.ts'
export { accessRoutes } from './pages/index.ts'
export { clearAccess, gatherAccess } from './reactions.ts'
export { dueOn } from './rules.ts'
