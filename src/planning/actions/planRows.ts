import type { WriteTx } from '../../platform/database/transaction.ts'
import type { GoalState, LifeArea, StepBy, StepState, Term } from '../model.ts'

/** Which service records, and who. */
export interface By {
  readonly serviceId: string
  readonly staffId: string
}

export interface NewGoal {
  readonly personId: string
  readonly by: By
  readonly planId: string
  readonly area: LifeArea
  readonly term: Term
  readonly words: string
  /** The goal whose words these replace. */
  readonly rewordedFrom: string | null
}

export interface NewStep {
  readonly personId: string
  readonly by: By
  readonly goalId: string
  readonly words: string
  readonly who: StepBy
  readonly whoName: string | null
  readonly byDay: Temporal.PlainDate | null
}

/** What is typed of a step before it belongs to a goal. */
export type StepTyped = Pick<NewStep, 'words' | 'who' | 'whoName' | 'byDay'>

const about = (tx: WriteTx, personId: string, by: By) => ({
  id: tx.ids.next(),
  person_id: personId,
  recorded_under: personId,
  service_id: by.serviceId,
  recorded_by: by.staffId,
  recorded_at: tx.now,
})

/** Adds a goal from today; answers with its id. */
export const insertGoal = async (tx: WriteTx, goal: NewGoal): Promise<string> => {
  const row = about(tx, goal.personId, goal.by)
  await tx.db
    .insertInto('plan_goal')
    .values({
      ...row,
      plan_id: goal.planId,
      area: goal.area,
      term: goal.term,
      words: goal.words,
      opened_on: tx.today,
      reworded_from: goal.rewordedFrom,
    })
    .execute()
  return row.id
}

export const insertStep = async (tx: WriteTx, step: NewStep): Promise<void> => {
  await tx.db
    .insertInto('plan_step')
    .values({
      ...about(tx, step.personId, step.by),
      goal_id: step.goalId,
      words: step.words,
      who: step.who,
      who_name: step.whoName,
      by_day: step.byDay,
    })
    .execute()
}

/** Ends a goal that stands; one that is over stays as it is. */
export const closeGoal = async (
  tx: WriteTx,
  goalId: string,
  state: Exclude<GoalState, 'open'>,
  why: string | null,
): Promise<void> => {
  await tx.db
    .updateTable('plan_goal')
    .set({ state, why, closed_on: tx.today, closed_by: tx.actor?.staffId ?? null })
    .where('id', '=', goalId)
    .where('state', '=', 'open')
    .execute()
}

/** Ends steps that stand. */
export const closeSteps = async (
  tx: WriteTx,
  stepIds: readonly string[],
  state: Exclude<StepState, 'open'>,
): Promise<void> => {
  if (stepIds.length === 0) return
  await tx.db
    .updateTable('plan_step')
    .set({ state, closed_on: tx.today, closed_by: tx.actor?.staffId ?? null })
    .where('id', 'in', [...stepIds])
    .where('state', '=', 'open')
    .execute()
}
