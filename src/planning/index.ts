import type { Route } from '../platform/http/index.ts'
import { agreePage } from './pages/agree.tsx'
import { copyPage } from './pages/copy.tsx'
import { goalPage } from './pages/goal.tsx'
import { newGoalPage } from './pages/new-goal.tsx'
import { planPage } from './pages/plan.tsx'
import { planRecordPage } from './pages/plan-record.tsx'
import { reviewPage } from './pages/review.tsx'
import { wantPage } from './pages/want.tsx'

/** Recovery plans: what somebody wants, goals and steps, agreements, reviews, and the copies they keep. */
export const planningRoutes: readonly Route[] = [
  planPage,
  wantPage,
  newGoalPage,
  goalPage,
  agreePage,
  reviewPage,
  copyPage,
  planRecordPage,
]
