import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Goal, GoalOutcome } from '../model.ts'
import { openSteps } from '../rules.ts'
import { type By, closeGoal, closeSteps, insertGoal, insertStep, type StepTyped } from './planRows.ts'
import { changed, ownPlan } from './planToChange.ts'

export interface GoalChange {
  readonly personId: string
  readonly by: By
  readonly goalId: string
  readonly version: number | null
  readonly outcome: GoalOutcome
  readonly why: string | null
  readonly words: string
  readonly done: readonly string[]
  readonly takenOff: readonly string[]
  readonly steps: readonly StepTyped[]
}

/** New words are a goal of their own: the earlier stay readable, and open steps go with the new ones. */
const reword = async (tx: WriteTx, change: GoalChange, planId: string, goal: Goal): Promise<string> => {
  const { personId, by, words, done, takenOff } = change
  const goalId = await insertGoal(tx, { ...goal, personId, by, planId, words, rewordedFrom: goal.id })
  const over = new Set([...done, ...takenOff])
  const going = openSteps(goal).filter(({ id }) => !over.has(id))
  for (const step of going) await insertStep(tx, { ...step, personId, by, goalId })
  await closeSteps(
    tx,
    going.map(({ id }) => id),
    'dropped',
  )
  await closeGoal(tx, goal.id, 'reworded', null)
  return goalId
}

/** What happened to one goal between reviews: its steps, its words, its end. The person is locked already. */
export const changeGoal = async (tx: WriteTx, change: GoalChange): Promise<Result<void>> => {
  const plan = await ownPlan(tx, change.personId, change.version)
  if (!plan.ok) return plan
  const goal = plan.value.goals.find(({ id }) => id === change.goalId)
  if (goal === undefined) return refused('not_found', 'There is no such goal.')
  if (goal.state !== 'open') return refused('conflict', 'This goal is over already.')
  if (change.outcome === 'dropped' && change.why === null)
    return refused('invalid', 'Say why the goal is dropped', 'why')
  const own = new Set(goal.steps.map(({ id }) => id))
  await closeSteps(
    tx,
    change.done.filter((id) => own.has(id)),
    'done',
  )
  await closeSteps(
    tx,
    change.takenOff.filter((id) => own.has(id)),
    'dropped',
  )
  const goalId = change.words === goal.words ? goal.id : await reword(tx, change, plan.value.id, goal)
  for (const step of change.steps)
    await insertStep(tx, { ...step, personId: change.personId, by: change.by, goalId })
  if (change.outcome !== 'carried') await closeGoal(tx, goalId, change.outcome, change.why)
  await changed(tx, plan.value)
  return ok(undefined)
}
