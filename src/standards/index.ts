export { deriveTouched } from './actions/deriveTouched.ts'
export { rebuildObligations } from './actions/rebuildObligations.ts'
export { describeObligation } from './describe.ts'
export type {
  ContactOutcome,
  Fact,
  PackId,
  RecordClass,
} from './model.ts'
export { raisesRisk } from './occasions/risks.ts'
export { riskReviews } from './packs/england/plans.ts'
export { england } from './packs/england.ts'
export { draftsKept, exitTopWindow, freshAnswers } from './packs/numbers.ts'
export { packById } from './packs/packs.ts'
export { scotland } from './packs/scotland.ts'
export { settingNow } from './queries/settingNow.ts'
export { deriveService } from './reactions.ts'
export type { Span } from './settings.ts'
export { type StandardWords, spansIn, standardById, standardsIn } from './standard.ts'
