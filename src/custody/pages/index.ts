import type { Route } from '../../platform/http/index.ts'
import { historyPage } from './history.tsx'
import { newMovementPage } from './new-movement.tsx'
import { newReleaseDatePage } from './new-release-date.tsx'
import { releasePage } from './release.tsx'

/** Where somebody is and when they leave: what is recorded by hand, and what stood before. */
export const custodyRoutes: readonly Route[] = [historyPage, newMovementPage, newReleaseDatePage, releasePage]
