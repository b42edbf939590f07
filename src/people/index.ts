export { personName } from './glance.ts'
export {
  parseChi,
  parseCrn,
  parseIdentifier,
  parseNhsNumber,
  parsePnc,
  parsePrisonNumber,
  showIdentifier,
} from './identifiers.ts'
export {
  type Involvement,
  type InvolvementFacts,
  involvementsOf,
  type Stay,
  type Tie,
} from './involvement.ts'
export {
  flagWords,
  type Identifier,
  type IdentifierKind,
  identifierNames,
  rolesThatRecord,
  rolesWithPeople,
  type SafeToRing,
  type Sex,
  safeToRingWords,
} from './model.ts'

export { peopleRoutes } from './pages/index.ts'
export { PersonFrame } from './pages/person-frame.tsx'
export { type PlaceRow, placeWords } from './place-words.ts'
export { type HeaderFlag, type PersonHeader, personHeader } from './queries/personHeader.ts'
