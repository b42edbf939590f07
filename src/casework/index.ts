export { modeWords, outcomeWords } from '../contacts/model.ts'
export { allocateWorker } from './actions/allocateWorker.ts'
export { endEpisode } from './actions/endEpisode.ts'
export { referPerson } from './actions/referPerson.ts'
export { startIntervention } from './actions/startIntervention.ts'
export { usualExit } from './discharge.ts'
export { choicesOf, momentOf } from './fields.ts'
export {
  endReasonWords,
  type InterventionKind,
  interventionWords,
  type ReferralSource,
  sourceWords,
} from './model.ts'
export { mayDo, obligationLink } from './obligation-links.ts'
export { caseworkRoutes } from './pages/index.ts'
export { personInService, servicesOf } from './person-in-service.ts'
export { answerDueNow } from './queries/answerDueNow.ts'
export { openEpisode } from './queries/openEpisode.ts'
export { workersNow } from './queries/workersNow.ts'
export { deriveCovered } from './reactions.ts'
export { formAddress, returnTo } from './return-to.ts'
