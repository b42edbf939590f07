import type { Route } from '../platform/http/index.ts'
import { incidentPage } from './pages/incident.tsx'

export { toldWhen } from './told.ts'

/** Incidents. */
export const safetyRoutes: readonly Route[] = [incidentPage]
