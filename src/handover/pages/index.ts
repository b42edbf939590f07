import type { Route } from '../../platform/http/index.ts'
import { acceptHandover } from './accept.tsx'
import { accommodationPage } from './accommodation.tsx'
import { appointmentPage } from './appointment.tsx'
import { appointmentOutcome } from './appointment-outcome.tsx'
import { basisStep } from './basis.tsx'
import { callSheetPage } from './call-sheet.tsx'
import { checkStep } from './check.tsx'
import { closeHandoverPage } from './close.tsx'
import { closeFollowUpPage } from './close-follow-up.tsx'
import { declineHandover } from './decline.tsx'
import { followUpPage } from './follow-up.tsx'
import { handoverPage } from './handover.tsx'
import { handoversPage } from './handovers.tsx'
import { medicinesBridgePage } from './medicines-bridge.tsx'
import { messagePage } from './message.tsx'
import { newHandover } from './new-handover.tsx'
import { overdoseAdvicePage } from './overdose-advice.tsx'
import { releaseBoardPage } from './release-board.tsx'
import { toWhom } from './to-whom.tsx'
import { treatmentStarted } from './treatment-started.tsx'
import { whatGoes } from './what-goes.tsx'
import { takeBack } from './withdraw.tsx'

/** Through the gate: hand-overs, appointments, the release pack, follow-up. */
export const handoverRoutes: readonly Route[] = [
  releaseBoardPage,
  handoversPage,
  newHandover,
  handoverPage,
  toWhom,
  whatGoes,
  basisStep,
  checkStep,
  acceptHandover,
  declineHandover,
  takeBack,
  closeHandoverPage,
  messagePage,
  appointmentPage,
  appointmentOutcome,
  treatmentStarted,
  accommodationPage,
  medicinesBridgePage,
  overdoseAdvicePage,
  followUpPage,
  closeFollowUpPage,
  callSheetPage,
]
