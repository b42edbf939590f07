import type { Nation } from '../standards/model.ts'

export type { Nation } from '../standards/model.ts'
/** How far a line of reference data can be trusted: read in its source, well known, or to be checked. */
export type Sureness = 'read' | 'well_known' | 'to_be_checked'

/** A prison, open or closed. `code` is the agency code of the feed, or our own where that has none. */
export interface Prison {
  readonly code: string
  readonly name: string
  readonly nation: Nation
  /** A women's prison. */
  readonly women: boolean
  readonly active: boolean
  /** What it is used for, where a source says so. */
  readonly function: PrisonFunction | null
  readonly source: PrisonSource
}

export type PrisonFunction = 'local' | 'trainer' | 'resettlement' | 'open' | 'young' | 'high_security'

/** `own_code`: the place is real, its three letters are ours, since no public source gives any. */
export type PrisonSource = 'agency_codes' | 'own_code'

/** A team of an organisation, with the first day that was set for it and how far that has been worked out. */
export interface KeptTeam {
  readonly id: string
  readonly name: string
  /** The prison, or the town where people are seen. */
  readonly place: string | null
  /** Null: it has always worked with Throughcare. */
  readonly live_from: Temporal.PlainDate | null
  /** How often it was set here; null: never. */
  readonly changes: number | null
  readonly set_by: string | null
  readonly set_at: Temporal.Instant | null
  /** How many are worked out again since it was set last; null: not begun. */
  readonly people: number | null
  readonly derived: number | null
  readonly ended_at: Temporal.Instant | null
  /** How many teams there are on all pages. */
  readonly total: number
}
