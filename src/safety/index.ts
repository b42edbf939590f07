import type { Route } from '../platform/http/index.ts'
import { figuresPage } from './pages/figures.tsx'
import { incidentPage } from './pages/incident.tsx'

export { toldWhen } from './told.ts'

/** Incidents, and how long since the last. */
export const safetyRoutes: readonly Route[] = [incidentPage, figuresPage]
