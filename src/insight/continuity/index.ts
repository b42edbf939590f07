export {
  type ContinuityFigures,
  continuityFigures,
  countOutcome,
  emptyTally,
  type Figures,
  figuresOf,
  type Unmatched,
} from './figures.ts'
export {
  type Identities,
  identitiesOf,
  type MergedNumbers,
} from './identity.ts'
export { type EpisodeIdentity, matchEpisode } from './matching.ts'
export {
  type MeasuredEpisode,
  type MeasuredMovement,
  type MeasuredPerson,
  type Outcome,
  outcomes,
  type ReleaseOutcome,
  type Window,
} from './model.ts'
export { lastDay, outcomesOfPerson, referralDays } from './outcome.ts'
export { outcomeNames, reasonOf } from './reason.ts'
