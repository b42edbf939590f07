export { answerQuestion, type QuestionToAnswer } from './actions/answerQuestion.ts'
export { applyHeld } from './actions/applyHeld.ts'
export { type MovementByHand, recordMovementByHand } from './actions/recordMovementByHand.ts'
export { type MessageToSetAside, type SetAside, setMessageAside } from './actions/setMessageAside.ts'
export { type MessageToTakeBack, takeMessageBack } from './actions/takeMessageBack.ts'
export { type Taken, takeMessages } from './actions/takeMessages.ts'
export { type ToldReleaseDate, takeReleaseDates } from './actions/takeReleaseDates.ts'
export { type ToldOnRoll, takeRoll } from './actions/takeRoll.ts'
export { type Answer, answersTo } from './answers.ts'
export { type HandMovement, handMovements } from './by-hand.ts'
export { type CustodyFacts, type DerivedPlace, derivePlace, type RecordedMovement } from './derived-place.ts'
export { type LegalStatus, legalStatusWords } from './legal-status.ts'
export type {
  CustodyHistory,
  FeedLine,
  Merge,
  Movement,
  MovementSource,
  MovementType,
  Place,
  PlaceKind,
  Sighting,
  Spell,
  SpellEnd,
  SpellStart,
  Transfer,
} from './model.ts'
export { readFeedLine } from './movement-events.ts'
export { compareMovements, dayKey, distinctMovements, feedKey } from './movement-order.ts'
export { custodyRoutes } from './pages/index.ts'
export { isActedOn } from './queries/isActedOn.ts'
export { type MovementMessage, movementMessage } from './queries/movementMessage.ts'
export { type OpenQuestion, questionOf } from './queries/questionOf.ts'
export { applyWhatWaited } from './reactions.ts'
export { type ReleaseDateEntry, releaseDateHistory, standingDates } from './release-date-list.ts'
export { type ReleaseDateType, releaseDateTypes } from './release-date-types.ts'
export {
  needsCheckToday,
  type ReleaseDateContext,
  releaseDateWords,
  type WorkingReleaseDate,
  workingReleaseDate,
} from './release-dates.ts'
export type { ReleaseDayStep } from './release-day.ts'
export { type Interpreted, interpretRelease } from './releases.ts'
export { isInCustody, isReleaseIntoCommunity, leftUnexpectedly, whyItDoesNotFit } from './rules.ts'
export { placeAsSeen } from './sightings.ts'
export { canBeKept, type Message, messageOf, type UsedLine } from './told.ts'
export { custodyHistory } from './whereabouts.ts'
