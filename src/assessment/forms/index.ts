import { dischargeTold } from '../../casework/model.ts'
import { planAgreed, planReviewed } from '../../planning/model.ts'
import { riskPlan, riskReview } from '../../risk/model.ts'
import { incident } from '../../safety/model.ts'
import { testResult } from '../../testing/model.ts'
import type { FactForm } from '../model.ts'
import { arrivalScreen } from './arrival-screen.ts'
import { clinicalLook } from './clinical-look.ts'
import { comprehensive } from './comprehensive/index.ts'
import { contactFrequency } from './contact-frequency.ts'
import { courtDate } from './court-date.ts'
import { dangerTold } from './danger-told.ts'
import { medicinesConfirmed } from './medicines.ts'
import { naloxoneIssued, naloxoneTraining } from './naloxone.ts'
import { offendingBehaviour } from './offending-behaviour.ts'
import { safetyResponse } from './safety-response.ts'
import { recordSetAside } from './set-aside.ts'
import { triage } from './triage.ts'

/** Every short form: of this capability, and those that others keep as facts. */
const forms: readonly FactForm[] = [
  arrivalScreen,
  safetyResponse,
  clinicalLook,
  medicinesConfirmed,
  triage,
  naloxoneTraining,
  naloxoneIssued,
  courtDate,
  contactFrequency,
  offendingBehaviour,
  comprehensive,
  dangerTold,
  riskPlan,
  riskReview,
  planAgreed,
  planReviewed,
  dischargeTold,
  incident,
  testResult,
  recordSetAside,
]

const byKind = new Map<string, FactForm>(forms.map((form) => [form.kind, form]))

/** The form that rows of this kind were filled in on. */
export const formOf = (kind: string): FactForm | undefined => byKind.get(kind)
