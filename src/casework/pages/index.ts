import type { Route } from '../../platform/http/index.ts'
import { allocate } from './allocate.tsx'
import { allocateManyForm } from './allocate-many.tsx'
import { caseloadPage } from './caseload.tsx'
import { complexityForm } from './complexity.tsx'
import { endEpisodeForm } from './end-episode.tsx'
import { endTreatment } from './end-intervention.tsx'
import { figuresPage } from './figures.tsx'
import { handBackForm } from './hand-back.tsx'
import { leavePage } from './leave.tsx'
import { leaveCover } from './leave-cover.tsx'
import { leaveReturn } from './leave-return.tsx'
import { limitForm } from './limit.tsx'
import { newLeave } from './new-leave.tsx'
import { noticeSeen } from './notice-seen.tsx'
import { oneLeave } from './one-leave.tsx'
import { owedListPage } from './owed-list.tsx'
import { refer } from './refer.tsx'
import { startTreatment } from './start-treatment.tsx'
import { teamPage } from './team.tsx'
import { todayPage } from './today.tsx'
import { workersPage } from './workers.tsx'

/** Every page and form of casework. */
export const caseworkRoutes: readonly Route[] = [
  todayPage,
  owedListPage,
  caseloadPage,
  teamPage,
  figuresPage,
  allocateManyForm,
  limitForm,
  leavePage,
  newLeave,
  oneLeave,
  leaveReturn,
  leaveCover,
  workersPage,
  handBackForm,
  complexityForm,
  noticeSeen,
  refer,
  allocate,
  startTreatment,
  endTreatment,
  endEpisodeForm,
]
