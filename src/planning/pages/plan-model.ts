import { z } from 'zod'
import { type PersonHeader, personHeader, servingFor } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Request } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Plan } from '../model.ts'
import { planOf } from '../queries/planOf.ts'
import { type PlanRecord, planRecords } from '../queries/planRecords.ts'
import { type ReviewDue, reviewDue } from '../queries/reviewDue.ts'

export const planInput = z.object({ personId: z.uuid() })

/** The way out of a form about a plan. */
export const toPlan = (personId: string) => ({ href: `/people/${personId}/plan`, text: 'Back to the plan' })

/** What the pages of a plan are made from. */
export interface PlanModel {
  readonly person: PersonHeader
  readonly plan: Plan | null
  readonly records: readonly PlanRecord[]
  readonly review: ReviewDue | null
}

/** Refuses `not_found` as `personHeader` does. */
export const loadPlan = async (tx: ReadTx, personId: string): Promise<Result<PlanModel>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  return ok({
    person: person.value,
    plan: await planOf(tx, personId),
    records: await planRecords(tx, personId),
    review: await reviewDue(tx, personId),
  })
}

/** A plan about to be changed: what there is, of somebody with whom the actor works now. */
export interface Changing {
  readonly person: PersonHeader
  readonly plan: Plan
}

/** Refuses `not_found` where there is no plan, and as `servingFor` does. */
export const loadChanging = async (
  tx: ReadTx,
  personId: string,
  { actor }: Pick<Request, 'actor'>,
): Promise<Result<Changing>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const serving = await servingFor(tx, actor, person.value)
  if (!serving.ok) return serving
  const plan = await planOf(tx, personId)
  if (plan === null) return refused('not_found', 'There is no recovery plan yet.')
  return plan.mayChange
    ? ok({ person: person.value, plan })
    : refused('forbidden', 'This plan is another service’s. Begin one of your own from it.')
}
