import { type Answers, recordFact } from '../../assessment/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { areaWords, type Goal, type Plan, planReviewed } from '../model.ts'
import { sinceLast } from '../queries/sinceLast.ts'
import type { GoalSaid, ReviewTyped } from '../review-answers.ts'
import { openGoals, outcomeLine } from '../rules.ts'
import { signatureAnswers } from '../signature.ts'
import { type By, closeGoal, closeSteps, insertGoal } from './planRows.ts'
import { agreedToday, ownPlan } from './planToChange.ts'

export interface Review extends ReviewTyped {
  readonly personId: string
  readonly by: By
  readonly version: number | null
}

interface Gone {
  readonly goal: Goal
  readonly said: GoalSaid
}

const goneThrough = (plan: Plan, { goals }: Review): Result<readonly Gone[]> => {
  const through: Gone[] = []
  for (const goal of openGoals(plan)) {
    const said = goals.get(goal.id)
    if (said === undefined)
      return refused(
        'conflict',
        'A goal was added meanwhile. Look at the review again and go through it too.',
      )
    through.push({ goal, said })
  }
  return ok(through)
}

const answersOf = async (
  tx: WriteTx,
  review: Review,
  plan: Plan,
  through: readonly Gone[],
): Promise<Answers> => {
  const { want, words, goal, signature } = review
  const { since, changed } = await sinceLast(tx, review.personId, plan)
  const added = goal === null ? [] : [`New, ${areaWords[goal.area].toLowerCase()}: ${goal.words}`]
  return {
    since: since.toString(),
    ...changed,
    want,
    ...(words === null ? {} : { words }),
    goals: [...through.map(({ goal: one, said }) => outcomeLine(one, said.outcome, said.why)), ...added],
    ...signatureAnswers(signature),
  }
}

const apply = async (tx: WriteTx, review: Review, plan: Plan, through: readonly Gone[]): Promise<void> => {
  const { personId, by } = review
  const own = new Set(through.flatMap(({ goal }) => goal.steps.map(({ id }) => id)))
  await closeSteps(
    tx,
    review.done.filter((id) => own.has(id)),
    'done',
  )
  for (const { goal, said } of through)
    if (said.outcome !== 'carried') await closeGoal(tx, goal.id, said.outcome, said.why)
  if (review.goal !== null)
    await insertGoal(tx, { personId, by, planId: plan.id, ...review.goal, rewordedFrom: null })
  await tx.db.updateTable('recovery_plan').set({ want: review.want }).where('id', '=', plan.id).execute()
  await agreedToday(tx, plan, plan.version + 1)
}

/**
 * Holds a review: what became of each goal, what is new, and how the person said yes. It is kept with what had changed
 * since the last; the plan stands as agreed from today. The person is locked already. Answers with the fact's id.
 */
export const reviewPlan = async (tx: WriteTx, review: Review): Promise<Result<string>> => {
  const plan = await ownPlan(tx, review.personId, review.version)
  if (!plan.ok) return plan
  const through = goneThrough(plan.value, review)
  if (!through.ok) return through
  const recorded = await recordFact(tx, {
    personId: review.personId,
    kind: planReviewed.kind,
    recordClass: planReviewed.recordClass,
    serviceId: review.by.serviceId,
    day: tx.today,
    at: tx.now,
    answers: await answersOf(tx, review, plan.value, through.value),
    reading: {},
  })
  if (!recorded.ok) return recorded
  await apply(tx, review, plan.value, through.value)
  return recorded
}
