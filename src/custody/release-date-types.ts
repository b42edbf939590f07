/** Types of release date as sentence calculation names them (domain facts, section 5.5), and `CONF`. */
export const releaseDateTypes = {
  CONF: 'Confirmed release date',
  CRD: 'Conditional release date',
  ARD: 'Automatic release date',
  NPD: 'Non-parole date',
  PRRD: 'Post-recall release date',
  APD: 'Approved parole date',
  HDCAD: 'Home detention curfew approved date',
  SED: 'Sentence expiry date',
  SLED: 'Sentence and licence expiry date',
  PED: 'Parole eligibility date',
  HDCED: 'Home detention curfew eligibility date',
  LED: 'Licence expiry date',
  ESED: 'Effective sentence end date',
  TUSED: 'Top-up supervision expiry date',
  NCRD: 'Notional conditional release date',
  ETD: 'Early transfer date',
  MTD: 'Mid transfer date',
  LTD: 'Late transfer date',
  DPRRD: 'Detention and training order post-recall release date',
  ERSED: 'Early removal scheme eligibility date',
  TERSED: 'Tariff-expired removal scheme eligibility date',
  TARIFF: 'Tariff',
  ROTL: 'Release on temporary licence date',
} as const satisfies Readonly<Record<string, string>>

export type ReleaseDateType = keyof typeof releaseDateTypes
