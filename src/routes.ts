import { assessmentRoutes } from './assessment/index.ts'
import { caseworkRoutes } from './casework/index.ts'
import { contactsRoutes } from './contacts/index.ts'
import { custodyRoutes } from './custody/index.ts'
import { directoryRoutes } from './directory/index.ts'
import { draftsRoutes } from './drafts/index.ts'
import { exchangeRoutes } from './exchange/index.ts'
import { handoverRoutes } from './handover/index.ts'
import { insightRoutes } from './insight/index.ts'
import { notesRoutes } from './notes/index.ts'
import { outboxRoutes } from './outbox/index.ts'
import { oversightRoutes } from './oversight/index.ts'
import { peopleRoutes } from './people/index.ts'
import { planningRoutes } from './planning/index.ts'
import { accountRoutes } from './platform/auth/account/account-routes.tsx'
import { signInRoutes } from './platform/auth/sign-in-routes.tsx'
import { printRoutes, type Route } from './platform/http/index.ts'
import { recordRoutes } from './record/index.ts'
import { retentionRoutes } from './retention/index.ts'
import { riskRoutes } from './risk/index.ts'
import { safetyRoutes } from './safety/index.ts'
import { sharingRoutes } from './sharing/index.ts'
import { accessRoutes } from './subjectaccess/index.ts'
import { testingRoutes } from './testing/index.ts'
import { workforceRoutes } from './workforce/index.ts'

/** Every page and form of the service, in the order in which their addresses are matched. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...accountRoutes,
  ...caseworkRoutes,
  ...draftsRoutes,
  ...contactsRoutes,
  ...notesRoutes,
  ...assessmentRoutes,
  ...planningRoutes,
  ...riskRoutes,
  ...safetyRoutes,
  ...testingRoutes,
  ...custodyRoutes,
  ...handoverRoutes,
  ...sharingRoutes,
  ...peopleRoutes,
  ...recordRoutes,
  ...exchangeRoutes,
  ...insightRoutes,
  ...oversightRoutes,
  ...printRoutes,
  ...workforceRoutes,
  ...directoryRoutes,
  ...outboxRoutes,
  ...retentionRoutes,
  ...accessRoutes,
]
