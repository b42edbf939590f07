import type { Route } from '../platform/http/index.ts'
import { testPage } from './pages/test.tsx'
import { testsPage } from './pages/tests.tsx'

export { testsSince } from './queries/testsSince.ts'
export { testsInWords } from './since-words.ts'

/** Drug and alcohol tests, and the list that holds them beside incidents. */
export const testingRoutes: readonly Route[] = [testPage, testsPage]
