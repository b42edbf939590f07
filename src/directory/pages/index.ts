import type { Route } from '../../platform/http/index.ts'
import { firstDayPage } from './first-day.tsx'
import { teamsPage } from './teams.tsx'

/** The teams of an organisation, and the day on which each begins. */
export const directoryRoutes: readonly Route[] = [teamsPage, firstDayPage]
