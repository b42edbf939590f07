import type { Route } from '../../platform/http/index.ts'
import { closeGlassPage } from './close-glass.tsx'
import { glassPage } from './glass.tsx'
import { oversightPage } from './oversight.tsx'
import { reviewPage } from './review.tsx'
import { staffLogPage } from './staff-log.tsx'
import { whoOpenedPage } from './who-opened.tsx'

/** Breaking the glass, who looked at what, and what is to be reviewed of it. */
export const oversightRoutes: readonly Route[] = [
  glassPage,
  closeGlassPage,
  oversightPage,
  staffLogPage,
  reviewPage,
  whoOpenedPage,
]
