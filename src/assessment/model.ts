import type { RecordClass } from '../standards/index.ts'

/** Answers as stored: one value, or several where any number may be chosen; days as `YYYY-MM-DD`. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One answer to choose; `further` is asked where it is chosen. */
export interface Option {
  readonly value: string
  readonly text: string
  readonly hint?: string
  /** Rules out the others: "None of these". */
  readonly alone?: boolean
  readonly further?: readonly Question[]
}

/** What was answered under one of these values: the condition of a rule or a question, as data. */
export type Condition = Readonly<Record<string, readonly string[]>>

interface Asked {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Said where it is left empty; without it the question may be left. */
  readonly required?: string
  /** Asked only of those whose answers meet this. */
  readonly when?: Condition
  /** How the question reads back, where the label needs its surroundings to make sense. */
  readonly readBack?: string
}

/** One question of a short form, as data: it is shown, parsed and read back from the same words. */
export type Question =
  | (Asked & {
      readonly asks: 'one' | 'some' | 'chosen'
      readonly options: readonly Option[]
      /** What stands where nothing was chosen; else "Not known". */
      readonly unanswered?: string
    })
  /** `weeks`: days in each of four weeks, the one longest ago first. */
  | (Asked & { readonly asks: 'line' | 'words' | 'day' | 'weeks' })
  /** A whole number, both ends included. */
  | (Asked & { readonly asks: 'number'; readonly least: number; readonly most: number })

/** Everything that is kept as a row of `fact`, as the engine names it (`Fact['kind']`) where it reads it. */
export const factKinds = [
  'arrival_screen',
  'safety_response',
  'seen_by_clinician',
  'medicines_confirmed',
  'triage',
  'assessment_completed',
  'instrument_scored',
  'top_recorded',
  'danger_told',
  'offending_behaviour',
  'naloxone_training',
  'naloxone_issued',
  'recovery_plan_agreed',
  'plan_reviewed',
  'risk_plan_agreed',
  'risk_reviewed',
  'contact_frequency_agreed',
  'court_date',
  'incident',
  'test_result',
  'accommodation_recorded',
  'medicines_bridge',
  'overdose_advice',
  'follow_up_closed',
  'discharge_told',
  'record_set_aside',
] as const
export type FactKind = (typeof factKinds)[number]

/** A short form that is filled in once and becomes one row of `fact`. */
export interface FactForm {
  readonly kind: FactKind
  readonly title: string
  /** What one that was filled in is called, where its answers say it better. */
  readonly named?: (answers: Answers) => string
  readonly recordClass: RecordClass
  readonly questions: readonly Question[]
  /** Who wrote the questions, where somebody else did. */
  readonly credit?: string
  /** What follows from the answers, read back below them: a score. */
  readonly worksOut?: (answers: Answers) => readonly ReadBack[]
}

/** A question as it was asked, and what was answered. */
export interface ReadBack {
  readonly question: string
  readonly answer: string
}
