export { accessRoutes } from './pages/index.ts'
export { clearAccess, gatherAccess } from './reactions.ts'
