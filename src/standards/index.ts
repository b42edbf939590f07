export { deriveTouched } from './actions/deriveTouched.ts'
export { type Rebuilt, rebuildObligations } from './actions/rebuildObligations.ts'
export { deriveObligations } from './derive.ts'
export { describeObligation, type ObligationWords } from './describe.ts'
export type {
  ContactOutcome,
  EndReason,
  Fact,
  MovementType,
  Nation,
  Obligation,
  ObligationState,
  OwnerRole,
  PackId,
  PersonFacts,
  RecordClass,
  SettingPeriod,
  StandardsContext,
  StandardsDirectory,
} from './model.ts'
export { england } from './packs/england.ts'
export { packById, packs } from './packs/packs.ts'
export { scotland } from './packs/scotland.ts'
export { type Span, settingOn } from './settings.ts'
export { type Pack, type StandardWords, spansIn, standardById, standardsIn } from './standard.ts'
export { isOpenOn, isOutOfHours, type ObligationStatus, statusOn } from './status.ts'
