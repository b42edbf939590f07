export { answerQuestion } from './actions/answerQuestion.ts'
export { applyHeld } from './actions/applyHeld.ts'
export { recordMovementByHand } from './actions/recordMovementByHand.ts'
export { setMessageAside } from './actions/setMessageAside.ts'
export { takeMessageBack } from './actions/takeMessageBack.ts'
export { takeMessages } from './actions/takeMessages.ts'
export { type ToldReleaseDate, takeReleaseDates } from './actions/takeReleaseDates.ts'
export { type ToldOnRoll, takeRoll } from './actions/takeRoll.ts'
export { answersTo } from './answers.ts'
export { type DerivedPlace, derivePlace, type RecordedMovement } from './derived-place.ts'
export type { LegalStatus } from './legal-status.ts'
export type {
  Movement,
  MovementType,
  Place,
} from './model.ts'
export { readFeedLine } from './movement-events.ts'
export { distinctMovements } from './movement-order.ts'
export { custodyRoutes } from './pages/index.ts'
export { isActedOn } from './queries/isActedOn.ts'
export { type MovementMessage, movementMessage } from './queries/movementMessage.ts'
export { type OpenQuestion, questionOf } from './queries/questionOf.ts'
export { applyWhatWaited } from './reactions.ts'
export type { ReleaseDateEntry } from './release-date-list.ts'
export { type ReleaseDateType, releaseDateTypes } from './release-date-types.ts'
export { releaseDateWords } from './release-dates.ts'
export { interpretRelease } from './releases.ts'

export { canBeKept, type Message, messageOf } from './told.ts'
