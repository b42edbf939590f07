/** What happened, in the fewest words that sort it (src/safety). */
export type IncidentKind =
  | 'under_influence'
  | 'overdose'
  | 'self_harm'
  | 'fight'
  | 'debt_bullying'
  | 'medicine'
  | 'force'
  | 'other'

/** Why a test was asked for; purposes are never mixed (product.md, "Testing"). */
export type TestPurpose = 'mandatory' | 'voluntary' | 'court' | 'clinical'

/** What became of a test. `awaiting`: some substance waits to be confirmed and none is positive. */
export type TestResult = 'negative' | 'positive' | 'awaiting' | 'asked' | 'refused' | 'spoiled'

/** A prison's own incidents and mandatory tests are one class; a community service records its own as recovery work. */
export type IncidentClass = 'incident' | 'recovery'
export type TestClass = IncidentClass | 'voluntary_test' | 'court_test' | 'clinical'
