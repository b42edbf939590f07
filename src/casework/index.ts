export { modeWords, outcomeWords } from '../contacts/model.ts'
export { allocateWorker, type NewAllocation } from './actions/allocateWorker.ts'
export { type EpisodeEnd, endEpisode } from './actions/endEpisode.ts'
export { endIntervention, type InterventionEnd } from './actions/endIntervention.ts'
export { type Referral, referPerson } from './actions/referPerson.ts'
export { type NewIntervention, type Started, startIntervention } from './actions/startIntervention.ts'
export { type InterventionExit, usualExit } from './discharge.ts'
export { choicesOf, momentOf } from './fields.ts'
export {
  endReasonWords,
  type InterventionKind,
  interventionWords,
  type RecordedBy,
  type ReferralSource,
  sourceWords,
} from './model.ts'
export { fromToday, mayDo, type ObligationLink, obligationLink } from './obligation-links.ts'
export { caseworkRoutes } from './pages/index.ts'
export { type PersonInService, personInService, servicesOf } from './person-in-service.ts'
export { type OpenEpisode, openEpisode } from './queries/openEpisode.ts'
export { workersNow } from './queries/workersNow.ts'
export { deriveCovered } from './reactions.ts'
export { formAddress, returnTo } from './return-to.ts'
