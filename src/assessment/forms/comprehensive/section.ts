import type { Question } from '../../model.ts'

/** Where an answer may be known from already: a question of a short form that takes the same answers. */
export interface KnownFrom {
  readonly kind: 'arrival_screen' | 'triage'
  readonly name: string
}

/** One topic of the comprehensive assessment; it is one page, saved by itself. */
export interface Section {
  /** In the address and in the database. */
  readonly id: string
  readonly title: string
  /**
   * History is asked once and confirmed ever after; use since then, tolerance, overdose, risk and medicines are asked
   * afresh (product.md, "Never retyped").
   */
  readonly asked: 'once' | 'afresh'
  readonly intro?: string
  /** Names are unique in the whole assessment. */
  readonly questions: readonly Question[]
  /** Not asked where a form of this stay says it: shown as known, with "still right?". By question. */
  readonly known?: Readonly<Record<string, KnownFrom>>
  /** Asked, but answered to begin with by what a form of this stay says. By question. */
  readonly startsFrom?: Readonly<Record<string, KnownFrom>>
}

/** What a control offers: value → words. */
export const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const yesNo = choices({ yes: 'Yes', no: 'No', not_said: 'Would rather not say' })
