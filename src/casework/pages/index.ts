import type { Route } from '../../platform/http/index.ts'
import { allocate } from './allocate.tsx'
import { caseloadPage } from './caseload.tsx'
import { endEpisodeForm } from './end-episode.tsx'
import { endTreatment } from './end-intervention.tsx'
import { noticeSeen } from './notice-seen.tsx'
import { owedListPage } from './owed-list.tsx'
import { refer } from './refer.tsx'
import { startTreatment } from './start-treatment.tsx'
import { teamPage } from './team.tsx'
import { todayPage } from './today.tsx'

/** Every page and form of casework. */
export const caseworkRoutes: readonly Route[] = [
  todayPage,
  owedListPage,
  caseloadPage,
  teamPage,
  noticeSeen,
  refer,
  allocate,
  startTreatment,
  endTreatment,
  endEpisodeForm,
]
