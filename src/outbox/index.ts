export { outboxRoutes } from './pages/index.ts'
export { clearOutbox, deliverOutside } from './reactions.ts'
