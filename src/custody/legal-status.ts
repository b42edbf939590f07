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

export const legalStatusWords: Readonly<Record<LegalStatus, string>> = {
  remand: 'On remand',
  convicted_unsentenced: 'Convicted, not yet sentenced',
  sentenced: 'Sentenced',
  recall: 'Recalled',
  indeterminate: 'Indeterminate sentence',
  civil: 'Civil',
  immigration: 'Immigration detention',
  other: 'Other status',
}
