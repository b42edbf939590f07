import type { Pack } from '../standard.ts'
import {
  arrivalScreen,
  firstNight,
  immediateSafety,
  medicinesConfirmed,
  recallOrReturn,
  triage,
} from './england/arrival.ts'
import { comprehensiveAssessment, topAtStart, topReview } from './england/assessment.ts'
import {
  agreedContact,
  allocatedWorker,
  firstContactAfterTransfer,
  naloxoneInHand,
  naloxoneTraining,
  treatmentStart,
} from './england/care.ts'
import {
  anotherService,
  communityAppointment,
  firstNightAccommodation,
  handoverAccepted,
  handoverOpened,
  medicinesBridge,
  overdoseAdvice,
} from './england/handover.ts'
import { discharge, planReview, recoveryPlan, riskPlan, riskReviews } from './england/plans.ts'
import { callSheet, continuity, dayCounters, followUpClosed, stillNotInTreatment } from './england/release.ts'
import { numbers } from './numbers.ts'

/** England, and Wales until it has its own (product.md, "What happens to a person"). */
export const england: Pack = {
  id: 'england',
  version: 1,
  from: null,
  to: null,
  numbers,
  standards: {
    arrival: [arrivalScreen],
    screen: [firstNight, medicinesConfirmed],
    danger: [immediateSafety],
    acceptance: [comprehensiveAssessment],
    treatment: [topAtStart],
    topReview: [topReview],
    concern: [triage],
    return: [recallOrReturn],
    allocation: [allocatedWorker],
    referral: [treatmentStart],
    transfer: [firstContactAfterTransfer],
    contact: [agreedContact],
    naloxone: [naloxoneTraining, naloxoneInHand],
    need: [handoverOpened, medicinesBridge, overdoseAdvice],
    handover: [communityAppointment, firstNightAccommodation],
    sending: [handoverAccepted],
    loss: [anotherService],
    release: [...dayCounters, continuity, stillNotInTreatment, followUpClosed, callSheet],
    treatmentEnd: [discharge],
    assessed: [riskPlan, recoveryPlan],
    plan: [planReview],
    risk: riskReviews,
  },
}
