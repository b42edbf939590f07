import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { LifeArea, Term } from '../model.ts'
import { type By, insertGoal, insertStep, type StepTyped } from './planRows.ts'
import { changed, ownPlan } from './planToChange.ts'

export interface GoalToAdd {
  readonly personId: string
  readonly by: By
  readonly area: LifeArea
  readonly term: Term
  readonly words: string
  readonly steps: readonly StepTyped[]
}

/** Adds a goal with its first steps to the plan. The person is locked already. */
export const addGoal = async (tx: WriteTx, goal: GoalToAdd): Promise<Result<string>> => {
  const plan = await ownPlan(tx, goal.personId, null)
  if (!plan.ok) return plan
  const goalId = await insertGoal(tx, { ...goal, planId: plan.value.id, rewordedFrom: null })
  for (const step of goal.steps)
    await insertStep(tx, { ...step, personId: goal.personId, by: goal.by, goalId })
  await changed(tx, plan.value)
  return ok(goalId)
}
