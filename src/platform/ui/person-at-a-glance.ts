import type { Birth } from './dates.ts'

/** What keeps a person, or whoever sees them, safe: words for everybody who meets them. Never the offence. */
export interface SafetyFlag {
  readonly kind:
    | 'see_with_another'
    | 'acct_open'
    | 'acct_post_closure'
    | 'allergy'
    | 'overdose_risk'
    | 'interpreter'
  /** "penicillin", "Polish". */
  readonly detail?: string | undefined
}

/** Who a page is about, as far as its reader may know. */
export interface PersonAtAGlance {
  readonly name: string
  readonly href: string
  readonly prisonNumber?: string | undefined
  readonly birth?: Birth | undefined
  /** Where they are today: "Leeds, C wing" or "In the community". */
  readonly where: string
  /** The working release date; `undefined` where there is none, left out where it means nothing. */
  readonly release?: { readonly date: Temporal.PlainDate | undefined; readonly note?: string | undefined }
  /** Left out where the reader may not see safety flags at all. */
  readonly safety?: readonly SafetyFlag[] | undefined
}
