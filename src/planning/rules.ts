import {
  areaWords,
  type Goal,
  type GoalOutcome,
  goalOutcomeWords,
  type Plan,
  type Step,
  stepByWords,
  type Term,
} from './model.ts'

/** Where a plan stands: being written, agreed as it is, or changed since it was agreed. */
export type PlanState = 'draft' | 'agreed' | 'changed'

export const planState = ({ version, agreedVersion }: Pick<Plan, 'version' | 'agreedVersion'>): PlanState => {
  if (agreedVersion === null) return 'draft'
  return agreedVersion === version ? 'agreed' : 'changed'
}

const termOrder: Readonly<Record<Term, number>> = { short: 0, long: 1 }

/** The goals that stand, short ones first. */
export const openGoals = ({ goals }: Pick<Plan, 'goals'>): readonly Goal[] =>
  goals.filter(({ state }) => state === 'open').sort((a, b) => termOrder[a.term] - termOrder[b.term])

/** The goals that are over, the newest first. */
export const closedGoals = ({ goals }: Pick<Plan, 'goals'>): readonly Goal[] =>
  goals
    .filter(({ state }) => state === 'met' || state === 'dropped')
    .sort((a, b) => (b.closedOn?.toString() ?? '').localeCompare(a.closedOn?.toString() ?? ''))

export const openSteps = ({ steps }: Pick<Goal, 'steps'>): readonly Step[] =>
  steps.filter(({ state }) => state === 'open')

/** Who takes a step, with their name where it was given. */
export const whoTakes = ({ who, whoName }: Pick<Step, 'who' | 'whoName'>): string =>
  whoName === null ? stepByWords[who] : `${stepByWords[who]} (${whoName})`

type SayDay = (day: Temporal.PlainDate) => string

const stepWords = (step: Step, sayDay: SayDay): string =>
  `${step.words} (${whoTakes(step)}${step.byDay === null ? '' : `, by ${sayDay(step.byDay)}`})`

/** A goal in one line, as it is kept when a plan is agreed. */
export const goalLine = (goal: Goal, sayDay: SayDay): string => {
  const steps = openSteps(goal).map((step) => stepWords(step, sayDay))
  const term = goal.term === 'short' ? 'Short' : 'Long'
  return `${term}, ${areaWords[goal.area].toLowerCase()}: ${goal.words}${steps.length === 0 ? '' : `\nSteps: ${steps.join('; ')}`}`
}

/** What became of a goal, in one line, as a review keeps it. */
export const outcomeLine = (goal: Pick<Goal, 'words'>, outcome: GoalOutcome, why: string | null): string =>
  `${goalOutcomeWords[outcome]}: ${goal.words}${why === null ? '' : ` (${why})`}`

/** Why a plan cannot be agreed as it stands, or null. */
export const faultOfAgreement = (plan: Pick<Plan, 'goals'>): string | null =>
  openGoals(plan).length === 0 ? 'There is no goal in the plan yet. Add one, then agree it' : null
