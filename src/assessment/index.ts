import type { Route } from '../platform/http/index.ts'
import { arrivalScreenPage } from './pages/arrival-screen.tsx'
import { safetyResponsePage } from './pages/safety-response.tsx'
import { triagePage } from './pages/triage.tsx'

export { type FilledIn, recordFact } from './actions/recordFact.ts'
export { type DescribedFact, describeFact } from './describe-fact.ts'
export type { Answers, FactForm, Question, ReadBack } from './model.ts'

/** Short forms about a person, each recorded as one fact. */
export const assessmentRoutes: readonly Route[] = [arrivalScreenPage, safetyResponsePage, triagePage]
export { readScreen, type ScreenReading } from './rules.ts'
