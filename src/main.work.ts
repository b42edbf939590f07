import { deriveCovered } from './casework/index.ts'
import type { House } from './compose.ts'
import { applyWhatWaited } from './custody/index.ts'
import { clearOldDrafts } from './drafts/index.ts'
import { clearOutbox, deliverOutside } from './outbox/index.ts'
import { lookThroughViews } from './oversight/index.ts'
import { takeMergeApart } from './people/index.ts'
import { sealAuditEvery } from './platform/audit/seal-job.ts'
import { loginUrl } from './platform/database/logins.ts'
import { clearExpired } from './platform/jobs/clear-expired.ts'
import { type JobRunner, runJobs } from './platform/jobs/run.ts'
import type { Task } from './platform/jobs/task.ts'
import { carryOutDisposal, listDisposalRun } from './retention/index.ts'
import { deriveService } from './standards/index.ts'
import { clearAccess, gatherAccess } from './subjectaccess/index.ts'
import { giveLeaversPeopleBack } from './workforce/index.ts'

/** Every kind of job of the service. */
const tasksOf = ({ config, secrets }: House['services']): readonly Task[] => [
  clearExpired,
  clearOldDrafts,
  applyWhatWaited,
  deriveCovered,
  deriveService,
  takeMergeApart,
  giveLeaversPeopleBack,
  sealAuditEvery(config.sealFile),
  gatherAccess,
  clearAccess,
  listDisposalRun,
  carryOutDisposal,
  lookThroughViews,
  deliverOutside({ config, secrets }),
  clearOutbox,
]

/** Does the house's jobs until stopped. */
export const work = ({ located, database, services }: House): Promise<JobRunner> =>
  runJobs(
    loginUrl(located, 'throughcare_work'),
    tasksOf(services),
    { database, clock: services.clock },
    services.log,
    services.metrics,
  )
