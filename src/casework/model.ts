import type { FactForm } from '../assessment/model.ts'
import type { EndReason } from '../standards/model.ts'

/** Which service records something, and which member of staff; null where a file or the feed said it. */
export interface RecordedBy {
  readonly serviceId: string
  readonly staffId: string | null
}

export type InterventionKind =
  | 'opioid_substitution'
  | 'other_prescribing'
  | 'psychosocial'
  | 'group_programme'
  | 'detoxification'
  | 'residential'
  | 'recovery_support'
  | 'not_stated'

export type ReferralSource =
  | 'self'
  | 'reception_screen'
  | 'healthcare'
  | 'prison_staff'
  | 'court'
  | 'probation'
  | 'family'
  | 'another_service'
  | 'other'

/** Reporting group of the substances, as episodes.csv spells it. */
export type SubstanceGroup = 'opiate' | 'non_opiate' | 'non_opiate_and_alcohol' | 'alcohol'

export const interventionWords: Readonly<Record<InterventionKind, string>> = {
  opioid_substitution: 'Opioid substitution (methadone, buprenorphine)',
  other_prescribing: 'Other prescribing',
  psychosocial: 'Psychosocial, one to one',
  group_programme: 'Group programme',
  detoxification: 'Detoxification',
  residential: 'Residential',
  recovery_support: 'Recovery support',
  not_stated: 'Not stated',
}

export const sourceWords: Readonly<Record<ReferralSource, string>> = {
  self: 'They asked for help themselves',
  reception_screen: 'The arrival screen',
  healthcare: 'Healthcare',
  prison_staff: 'A key worker or other prison staff',
  court: 'A court',
  probation: 'Probation',
  family: 'Family or a friend',
  another_service: 'Another drug and alcohol service',
  other: 'Somebody else',
}

export const substanceWords: Readonly<Record<SubstanceGroup, string>> = {
  opiate: 'Opiates',
  non_opiate: 'Other drugs, no opiates',
  non_opiate_and_alcohol: 'Other drugs and alcohol',
  alcohol: 'Alcohol only',
}

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  completed_drug_free: 'Completed, drug free',
  completed_alcohol_free: 'Completed, alcohol free',
  completed_occasional_user: 'Completed, occasional use (not opiates or crack)',
  transferred_not_in_custody: 'Carries on with a service outside custody',
  transferred_in_custody: 'Carries on in another prison',
  dropped_out: 'Did not engage',
  withdrawn_by_provider: 'Withdrawn by us',
  retained_in_custody: 'Kept in custody',
  declined: 'Declined by the person',
  died: 'Died',
}

/** What was said when an episode with treatment in it was closed. */
export const dischargeTold: FactForm = {
  kind: 'discharge_told',
  title: 'Discharge',
  recordClass: 'recovery',
  questions: [
    { name: 'reason', asks: 'line', label: 'Why it ended' },
    { name: 'next', asks: 'words', label: 'What next' },
    { name: 'continues', asks: 'line', label: 'Who carries on with them' },
    { name: 'exit_top', asks: 'line', label: 'Exit TOP' },
  ],
}
