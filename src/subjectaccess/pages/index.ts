import type { Route } from '../../platform/http/index.ts'
import { answerDataPage, answerPage } from './answer.tsx'
import { extendPage } from './extend.tsx'
import { newRequestPage } from './new-request.tsx'
import { passagePage } from './passage.tsx'
import { releasePage } from './release.tsx'
import { requestPage } from './request.tsx'
import { requestsPage } from './requests.tsx'
import { withdrawPage } from './withdraw.tsx'

/** Requests for everything that is held about somebody: opened, gathered, gone through, released. */
export const accessRoutes: readonly Route[] = [
  requestsPage,
  newRequestPage,
  passagePage,
  releasePage,
  extendPage,
  withdrawPage,
  answerPage,
  answerDataPage,
  requestPage,
]
