export { allocateWorker, type NewAllocation } from './actions/allocateWorker.ts'
export { type EpisodeEnd, endEpisode } from './actions/endEpisode.ts'
export { endIntervention, type InterventionEnd } from './actions/endIntervention.ts'
export { contactClass, type NewContact, planContact, recordContact } from './actions/recordContact.ts'
export { type ContactOutcomeRecorded, recordOutcome } from './actions/recordOutcome.ts'
export { type Referral, referPerson } from './actions/referPerson.ts'
export { type NewIntervention, type Started, startIntervention } from './actions/startIntervention.ts'
export {
  type ContactMode,
  type ContactPurpose,
  endReasonWords,
  type InterventionKind,
  interventionWords,
  modeWords,
  outcomeWords,
  purposeWords,
  type RecordedBy,
  type ReferralSource,
  sourceWords,
} from './model.ts'
export { fromToday, mayDo, type ObligationLink, obligationLink } from './obligation-links.ts'
export { caseworkRoutes } from './pages/index.ts'
export { servicesOf } from './person-in-service.ts'
export { type OpenEpisode, openEpisode } from './queries/openEpisode.ts'
export { workersNow } from './queries/workersNow.ts'
export { formAddress, returnTo } from './return-to.ts'
export { type Side, sideWords, whoseSide } from './rules.ts'
