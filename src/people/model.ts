import type { StaffRole } from '../platform/database/schema.ts'

/** As `people.csv` and the national data sets spell it; X is "neither, or not stated". */
export type Sex = 'M' | 'F' | 'X'

/** The numbers that people carry (docs/glossary.md, "identifier"). */
export type IdentifierKind = 'prison_number' | 'crn' | 'pnc' | 'nhs_number' | 'chi'

/**
 * One number of one person, in its normal form (see `identifiers.ts`). A number that was merged away stays
 * as an alias, so that facts recorded under it are still found.
 */
export interface Identifier {
  readonly kind: IdentifierKind
  readonly value: string
  readonly alias: boolean
}

/** How each kind of number is called on a screen. */
export const identifierNames: Readonly<Record<IdentifierKind, string>> = {
  prison_number: 'Prison number',
  crn: 'CRN',
  pnc: 'PNC number',
  nhs_number: 'NHS number',
  chi: 'CHI number',
}

/** Recovery teams of prisons: they alone say when somebody leaves. */
export const rolesOfPrisons = [
  'recovery_worker',
  'coordinator',
  'team_leader',
] as const satisfies readonly StaffRole[]

/** Roles that may record who somebody is, where they are and how to reach them. */
export const rolesThatRecord = [...rolesOfPrisons, 'community_worker'] as const satisfies readonly StaffRole[]

/** Roles that see the people of their team, not only those they are named for. */
export const rolesOfTeams = [...rolesThatRecord, 'clinical'] as const satisfies readonly StaffRole[]

/** Roles that are named for somebody, and read of them what concerns their own work. */
export const rolesNamedFor = [
  'key_worker',
  'key_work_champion',
  'offender_manager',
  'probation',
  'court_team',
] as const satisfies readonly StaffRole[]

/** Roles that see people at all: their team's, or those they are named for. */
export const rolesWithPeople = [
  ...rolesOfTeams,
  ...rolesNamedFor,
  'facilitator',
] as const satisfies readonly StaffRole[]

/** Roles that may take a safety flag down. */
export const rolesThatLower = [...rolesOfPrisons, 'clinical'] as const satisfies readonly StaffRole[]

/** Roles that may raise a safety flag. */
export const rolesThatRaise = [...rolesOfTeams, ...rolesNamedFor] as const satisfies readonly StaffRole[]

/** Safety flags that people raise and take down. */
export const flagWords = {
  see_with_another: 'See with another member of staff',
  acct_open: 'ACCT open',
  acct_post_closure: 'ACCT closed, follow-up still runs',
  allergy: 'Allergy',
  overdose_risk: 'Overdose risk',
} as const satisfies Readonly<Record<string, string>>

export type FlagKind = keyof typeof flagWords

/** Whom it is safe to ring. */
export const safeToRingWords = {
  person: 'Them, and a message may be left',
  person_no_message: 'Them, but leave no message',
  someone_else: 'Somebody else, not them',
  nobody: 'Nobody: do not ring',
  not_asked: 'Not asked yet',
} as const satisfies Readonly<Record<string, string>>

export type SafeToRing = keyof typeof safeToRingWords

export const sexWords: Readonly<Record<Sex, string>> = { M: 'Male', F: 'Female', X: 'Neither, or not stated' }
