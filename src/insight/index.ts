import type { Route } from '../platform/http/index.ts'
import { continuityChart } from './pages/chart.tsx'
import { continuity } from './pages/continuity.tsx'
import { continuityPeople } from './pages/continuity-people.tsx'

export * from './continuity/index.ts'
export { continuityOfAll } from './queries/continuityOfAll.ts'

export const insightRoutes: readonly Route[] = [continuity, continuityChart, continuityPeople]
