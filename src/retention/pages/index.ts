import type { Route } from '../../platform/http/index.ts'
import { abandonRunPage, approveRunPage } from './decide-run.tsx'
import { legalHoldPage, liftHoldPage } from './legal-hold.tsx'
import { newRunPage } from './new-run.tsx'
import { retentionPage } from './retention.tsx'
import { runPage } from './run.tsx'

/** How long records are kept, what is due to go, and what holds it. */
export const retentionRoutes: readonly Route[] = [
  retentionPage,
  newRunPage,
  approveRunPage,
  abandonRunPage,
  runPage,
  legalHoldPage,
  liftHoldPage,
]
