/** Why a prison may hold somebody, as its roll has it; never the offence. */
export type LegalStatus =
  | 'remand'
  | 'convicted_unsentenced'
  | 'sentenced'
  | 'recall'
  | 'indeterminate'
  | 'civil'
  | 'immigration'
  | 'other'
