import { z } from 'zod'
import {
  choiceField,
  formOf,
  optionalChoiceField,
  optionalTextField,
  textField,
} from '../platform/http/index.ts'
import { areaWords, type GoalOutcome, type LifeArea, type Term, termWords } from './model.ts'
import { readSignature, type Signature, signatureShape } from './signature.ts'

/** What was said of one goal at a review. */
export interface GoalSaid {
  readonly outcome: GoalOutcome
  readonly why: string | null
}

interface NewGoalTyped {
  readonly words: string
  readonly area: LifeArea
  readonly term: Term
}

/** A review as it was filled in. */
export interface ReviewTyped {
  readonly want: string
  readonly words: string | null
  readonly goals: ReadonlyMap<string, GoalSaid>
  readonly done: readonly string[]
  readonly goal: NewGoalTyped | null
  readonly signature: Signature
}

const areas = Object.keys(areaWords) as [LifeArea, ...LifeArea[]]
const terms = Object.keys(termWords) as [Term, ...Term[]]

const fixed = formOf({
  want: textField('Write what they want, in their words', 4000),
  words: optionalTextField(4000),
  new_words: optionalTextField(500),
  new_area: optionalChoiceField(areas),
  new_term: optionalChoiceField(terms),
  ...signatureShape,
})

const outcome = choiceField(['carried', 'met', 'dropped'], 'Say what becomes of this goal')

/** The name of a goal's field on the form, and back. */
export const goalField = (goalId: string): string => `goal_${goalId}`
export const whyField = (goalId: string): string => `why_${goalId}`
export const doneField = (goalId: string): string => `done_${goalId}`

const goalNames = z.record(z.string(), z.unknown())

const idsIn = (typed: Readonly<Record<string, unknown>>): readonly string[] =>
  [typed.goals].flat().filter((id): id is string => z.uuid().safeParse(id).success)

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

const goalsSaid = (
  typed: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): ReadonlyMap<string, GoalSaid> => {
  const said = new Map<string, GoalSaid>()
  for (const id of idsIn(typed)) {
    const given = outcome.safeParse(typed[goalField(id)])
    const why = text(typed[whyField(id)])
    if (!given.success)
      context.addIssue({ code: 'custom', path: [goalField(id)], message: 'Say what becomes of this goal' })
    else if (given.data === 'dropped' && why === null)
      context.addIssue({ code: 'custom', path: [whyField(id)], message: 'Say why this goal is dropped' })
    else said.set(id, { outcome: given.data, why })
  }
  return said
}

const stepIds = (value: unknown): readonly string[] =>
  [value].flat().filter((id): id is string => z.uuid().safeParse(id).success)

const newGoal = (
  { new_words, new_area, new_term }: z.output<typeof fixed>,
  context: z.RefinementCtx,
): NewGoalTyped | null => {
  if (new_words === null) return null
  if (new_area === null)
    context.addIssue({
      code: 'custom',
      path: ['new_area'],
      message: 'Choose a part of life for the new goal',
    })
  if (new_term === null)
    context.addIssue({ code: 'custom', path: ['new_term'], message: 'Choose short or long for the new goal' })
  return new_area === null || new_term === null ? null : { words: new_words, area: new_area, term: new_term }
}

/** The parser of the review: a choice for each goal that the form showed, why where one is dropped, and a signature. */
export const reviewBody: z.ZodType<ReviewTyped> = goalNames.transform((typed, context) => {
  const goals = goalsSaid(typed, context)
  const rest = fixed.safeParse(typed)
  if (!rest.success) {
    for (const issue of rest.error.issues)
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    return z.NEVER
  }
  const signature = readSignature(rest.data, context)
  const { want, words } = rest.data
  return {
    want,
    words,
    goals,
    done: idsIn(typed).flatMap((id) => stepIds(typed[doneField(id)])),
    goal: newGoal(rest.data, context),
    signature,
  }
})
