import type { Route } from '../platform/http/index.ts'
import { riskPage } from './pages/risk.tsx'
import { riskPlanPage } from './pages/risk-plan.tsx'
import { riskPrintPage } from './pages/risk-print.tsx'
import { riskReviewPage } from './pages/risk-review.tsx'

export { lookAgainOn } from './rules.ts'

/** Risk plans and their reviews. */
export const riskRoutes: readonly Route[] = [riskPage, riskPlanPage, riskReviewPage, riskPrintPage]
