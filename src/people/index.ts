export { isNumberKnown, mayAddNumbers } from './actions/addIdentifiers.ts'
export { addPerson, type NewPerson } from './actions/addPerson.ts'
export { importPeople, type ToldPerson } from './actions/importPeople.ts'
export { matchEpisodes } from './actions/matchEpisodes.ts'
export { mergePeople } from './actions/mergePeople.ts'
export { raiseFlag } from './actions/raiseFlag.ts'
export { recordContactDetails } from './actions/recordContactDetails.ts'
export { storeSearch } from './actions/storeSearch.ts'
export { takeFlagDown } from './actions/takeFlagDown.ts'
export { tellOfDeath } from './actions/tellOfDeath.ts'
export { undoMerge } from './actions/undoMerge.ts'
export { exactNumber } from './exact-number.ts'
export { personName } from './glance.ts'
export {
  parseIdentifier,
  parseNhsNumber,
  parsePrisonNumber,
  showIdentifier,
} from './identifiers.ts'
export {
  type Involvement,
  involvementsOf,
  type Stay,
  type Tie,
} from './involvement.ts'
export {
  flagWords,
  type IdentifierKind,
  identifierNames,
  rolesOfPrisons,
  rolesOfTeams,
  rolesThatRecord,
  rolesWithPeople,
  type SafeToRing,
  type Sex,
  safeToRingWords,
  sexWords,
} from './model.ts'
export { peopleRoutes } from './pages/index.ts'
export { ofPerson, PersonForm } from './pages/person-form.tsx'
export { PersonFrame } from './pages/person-frame.tsx'
export { type PlaceRow, placeWords } from './place-words.ts'
export { type ContactDetails, contactDetailsOf } from './queries/contactDetails.ts'
export { type Holder, holdersOf } from './queries/holdersOf.ts'
export { type ListedPerson, searchPeople } from './queries/listedPeople.ts'
export { type HeaderFlag, type PersonHeader, personHeader } from './queries/personHeader.ts'
export { personWithNumber } from './queries/personWithNumber.ts'
export { servingFor } from './queries/servingFor.ts'
export { storedSearch } from './queries/storedSearch.ts'
export { takeMergeApart } from './reactions.ts'
