export { retentionRoutes } from './pages/index.ts'
export { carryOutDisposal, listDisposalRun } from './reactions.ts'
