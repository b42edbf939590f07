import type { Day } from '../platform/day.ts'
import type { Obligation } from './model.ts'
import type { StandardWords } from './standard.ts'

/** What a list or a page says of one obligation. */
export interface ObligationWords {
  /** The word on a list's row: "Screen", "Ring". */
  readonly title: string
  /** The promise in one sentence. */
  readonly words: string
  /** Why this one is owed. */
  readonly why: string
  /** Where the standard comes from, and whether its number is sure. */
  readonly source: string
}

/** `sayDay` writes a day as the page writes days. */
export const describeObligation = (
  obligation: Pick<Obligation, 'opensOn' | 'dueOn'>,
  standard: StandardWords,
  sayDay: (day: Day) => string,
): ObligationWords => ({
  title: standard.title,
  words: standard.words,
  why: standard.because
    .replace('{opened}', () => sayDay(obligation.opensOn))
    .replace('{due}', () => sayDay(obligation.dueOn))
    .replace('{before}', () => sayDay(obligation.opensOn - 1)),
  source: standard.sureness === 'confirmed' ? standard.source : `${standard.source} (number not confirmed)`,
})
