import type { Route } from '../../platform/http/index.ts'
import { agreementPage } from './agreement.tsx'
import { answerRequestPage } from './answer-request.tsx'
import { endPage } from './end.tsx'
import { newSummaryPage } from './new-summary.tsx'
import { otherBasisPage } from './other-basis.tsx'
import { printedPage } from './printed.tsx'
import { sharingPage } from './sharing.tsx'
import { summaryPage } from './summary.tsx'

/** Who may be told about somebody, on what basis, and what was shared. */
export const sharingRoutes: readonly Route[] = [
  sharingPage,
  agreementPage,
  otherBasisPage,
  printedPage,
  endPage,
  answerRequestPage,
  summaryPage,
  newSummaryPage,
]
