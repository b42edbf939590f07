import type { FactForm } from '../assessment/model.ts'

/** Parts of life that a goal is about: our own list, in no order of worth. */
export type LifeArea =
  | 'drugs_and_alcohol'
  | 'health'
  | 'mind'
  | 'safety'
  | 'home'
  | 'family'
  | 'work'
  | 'money'
  | 'time'
  | 'community'

export const areaWords: Readonly<Record<LifeArea, string>> = {
  drugs_and_alcohol: 'Drugs and alcohol',
  health: 'Body and health',
  mind: 'Mind and feelings',
  safety: 'Staying safe',
  home: 'Somewhere to live',
  family: 'Family and friends',
  work: 'Work and learning',
  money: 'Money and debts',
  time: 'How I spend my days',
  community: 'Faith and community',
}

export type Term = 'short' | 'long'

export const termWords: Readonly<Record<Term, string>> = {
  short: 'Short: in the next weeks',
  long: 'Long: where I want to get to',
}

/** Who takes a step. */
export type StepBy = 'person' | 'worker' | 'key_worker' | 'healthcare' | 'family' | 'someone_else'

export const stepByWords: Readonly<Record<StepBy, string>> = {
  person: 'The person',
  worker: 'Recovery worker',
  key_worker: 'Key worker',
  healthcare: 'Healthcare',
  family: 'Family',
  someone_else: 'Somebody else',
}

export type GoalState = 'open' | 'met' | 'dropped' | 'reworded'
export type StepState = 'open' | 'done' | 'dropped'

export interface Step {
  readonly id: string
  readonly words: string
  readonly who: StepBy
  readonly whoName: string | null
  readonly byDay: Temporal.PlainDate | null
  readonly state: StepState
}

export interface Goal {
  readonly id: string
  readonly area: LifeArea
  readonly term: Term
  readonly words: string
  readonly state: GoalState
  readonly why: string | null
  readonly openedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  readonly steps: readonly Step[]
}

export type PlanLanguage = 'en' | 'cy'

/** What somebody wants and the goals under it, as it stands today. */
export interface Plan {
  readonly id: string
  readonly serviceId: string
  readonly service: string
  readonly want: string
  readonly language: PlanLanguage
  readonly version: number
  readonly agreedVersion: number | null
  readonly agreedOn: Temporal.PlainDate | null
  readonly begunOn: Temporal.PlainDate
  /** Of the reader's own service, or of whom their prison holds. */
  readonly mayChange: boolean
  readonly goals: readonly Goal[]
}

/** What became of a goal at a review. */
export type GoalOutcome = 'carried' | 'met' | 'dropped'

export const goalOutcomeWords: Readonly<Record<GoalOutcome, string>> = {
  carried: 'Carried on',
  met: 'Met',
  dropped: 'Dropped',
}

const listed = (
  answers: Parameters<NonNullable<FactForm['worksOut']>>[0],
  name: string,
): readonly string[] => {
  const given = answers[name]
  if (given === undefined) return []
  return typeof given === 'string' ? [given] : given
}

const goalsIn: NonNullable<FactForm['worksOut']> = (answers) =>
  listed(answers, 'goals').map((answer, index) => ({ question: `Goal ${index + 1}`, answer }))

const signed = [
  { name: 'signed', asks: 'line', label: 'Signed' },
  { name: 'kept', asks: 'line', label: 'Where the signed copy is kept' },
] as const

/** The plan word for word as it was agreed, and how it was signed. */
export const planAgreed: FactForm = {
  kind: 'recovery_plan_agreed',
  title: 'Recovery plan agreed',
  recordClass: 'recovery',
  questions: [{ name: 'want', asks: 'words', label: 'What they want' }, ...signed],
  worksOut: goalsIn,
}

/** The review as it was held: what had changed since the last, and what became of each goal. */
export const planReviewed: FactForm = {
  kind: 'plan_reviewed',
  title: 'Plan review',
  recordClass: 'recovery',
  questions: [
    { name: 'since', asks: 'day', label: 'Since' },
    { name: 'contacts', asks: 'words', label: 'Meetings since the last' },
    { name: 'release', asks: 'words', label: 'Release date since the last' },
    { name: 'scores', asks: 'words', label: 'Scores since the last' },
    { name: 'want', asks: 'words', label: 'What they want' },
    { name: 'words', asks: 'words', label: 'What we talked about' },
    ...signed,
  ],
  worksOut: goalsIn,
}
