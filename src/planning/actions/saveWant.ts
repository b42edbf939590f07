import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Plan, PlanLanguage } from '../model.ts'
import { openGoals, openSteps } from '../rules.ts'
import { type By, insertGoal, insertStep } from './planRows.ts'
import { changed, planToChange } from './planToChange.ts'

export interface Want {
  readonly personId: string
  readonly by: By
  readonly want: string
  readonly language: PlanLanguage
  /** True: begin a plan, going on with the goals of the one there is. */
  readonly anew: boolean
  /** The version of the plan that the form was made from; null where there was none. */
  readonly version: number | null
}

const carry = async (tx: WriteTx, personId: string, by: By, plan: Plan, planId: string): Promise<void> => {
  for (const goal of openGoals(plan)) {
    const goalId = await insertGoal(tx, { personId, by, planId, ...goal, rewordedFrom: null })
    for (const step of openSteps(goal)) await insertStep(tx, { personId, by, goalId, ...step })
  }
}

const begin = async (tx: WriteTx, given: Want, before: Plan | null): Promise<Result<string>> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('recovery_plan')
    .values({
      id,
      person_id: given.personId,
      recorded_under: given.personId,
      service_id: given.by.serviceId,
      want: given.want,
      language: given.language,
      carried_from: before?.id ?? null,
      recorded_by: given.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  if (before !== null) await carry(tx, given.personId, given.by, before, id)
  return ok(id)
}

/**
 * Keeps what somebody wants, in their words: begins a plan where there is none or it is another service's, else changes
 * the words of the one there is. The person is locked already. Answers with the plan's id.
 */
export const saveWant = async (tx: WriteTx, given: Want): Promise<Result<string>> => {
  const found = await planToChange(tx, given.personId, given.anew ? null : given.version)
  if (!found.ok) return found
  const plan = found.value
  if (plan === null || given.anew) return begin(tx, given, plan)
  if (!plan.mayChange)
    return refused('forbidden', 'This plan is another service’s. Begin one of your own from it.')
  await tx.db
    .updateTable('recovery_plan')
    .set({ want: given.want, language: given.language })
    .where('id', '=', plan.id)
    .execute()
  await changed(tx, plan)
  return ok(plan.id)
}
