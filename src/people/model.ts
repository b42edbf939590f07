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
