import type { Route } from '../platform/http/index.ts'
import { newPersonPage } from './pages/new-person.tsx'
import { overviewPage } from './pages/overview.tsx'

/** The record of one person: overview with its timeline, and what is added to it by hand. */
export const recordRoutes: readonly Route[] = [newPersonPage, overviewPage]
