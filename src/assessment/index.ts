import type { Route } from '../platform/http/index.ts'
import { arrivalScreenPage } from './pages/arrival-screen.tsx'
import { assessmentSummaryPage } from './pages/assessment-summary.tsx'
import { assessmentsPage } from './pages/assessments.tsx'
import { changeChart, changePage } from './pages/change.tsx'
import { clinicalLookPage } from './pages/clinical-look.tsx'
import { comprehensivePage } from './pages/comprehensive.tsx'
import { comprehensiveCamePage } from './pages/comprehensive-came.tsx'
import { comprehensiveCheckPage } from './pages/comprehensive-check.tsx'
import { comprehensiveSectionPage } from './pages/comprehensive-section.tsx'
import { contactFrequencyPage } from './pages/contact-frequency.tsx'
import { courtDatePage } from './pages/court-date.tsx'
import { instrumentPage, topPage } from './pages/instrument.tsx'
import { medicinesPage } from './pages/medicines.tsx'
import { naloxonePage } from './pages/naloxone.tsx'
import { naloxoneKitPage, naloxoneTrainingPage } from './pages/naloxone-forms.tsx'
import { offendingBehaviourPage } from './pages/offending-behaviour.tsx'
import { recordPage } from './pages/record.tsx'
import { safetyResponsePage } from './pages/safety-response.tsx'
import { setAsidePage } from './pages/set-aside.tsx'
import { triagePage } from './pages/triage.tsx'
import { unfinishedPage } from './pages/unfinished.tsx'

export { putUpFlag } from './actions/putUpFlag.ts'
export { recordFact } from './actions/recordFact.ts'
export type { Recorded, Recording } from './actions/recordForm.ts'
export { storedAnswers } from './answers.ts'
export { describeFact } from './describe-fact.ts'
export { fillInOf, keptWith, readingOf } from './instruments/fill-in.ts'
export type { Answers, FactKind, ReadBack } from './model.ts'
export { type Acting, factForm } from './pages/fact-form.tsx'
export { wantsInWords } from './plain-summary.ts'
export { newestFact, type RecordedFact } from './queries/facts.ts'
export { type ScoredFact, scoresBetween } from './queries/scores.ts'
export { answerTo } from './questions.ts'
export { readScreen } from './rules.ts'

/** Short forms about a person, each recorded as one fact, and how they read back. */
export const assessmentRoutes: readonly Route[] = [
  arrivalScreenPage,
  safetyResponsePage,
  clinicalLookPage,
  medicinesPage,
  triagePage,
  naloxonePage,
  naloxoneTrainingPage,
  naloxoneKitPage,
  courtDatePage,
  contactFrequencyPage,
  offendingBehaviourPage,
  recordPage,
  setAsidePage,
  assessmentsPage,
  comprehensivePage,
  comprehensiveCamePage,
  comprehensiveCheckPage,
  comprehensiveSectionPage,
  assessmentSummaryPage,
  unfinishedPage,
  instrumentPage,
  topPage,
  changePage,
  changeChart,
]
