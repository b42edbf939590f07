import type { Route } from '../../platform/http/index.ts'
import { closeGlassPage } from './close-glass.tsx'
import { glassPage } from './glass.tsx'

/** Breaking the glass, who looked at what, and what is to be reviewed of it. */
export const oversightRoutes: readonly Route[] = [glassPage, closeGlassPage]
