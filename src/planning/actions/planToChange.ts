import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Plan } from '../model.ts'
import { planOf } from '../queries/planOf.ts'

/** The plan as it stands, or null. Refuses `conflict` where somebody changed it since `version`. */
export const planToChange = async (
  tx: WriteTx,
  personId: string,
  version: number | null,
): Promise<Result<Plan | null>> => {
  const plan = await planOf(tx, personId)
  return version !== null && version !== (plan?.version ?? 0)
    ? refused('conflict', 'Somebody has changed this plan meanwhile.')
    : ok(plan)
}

/** The same where there must be one that this reader may change. */
export const ownPlan = async (
  tx: WriteTx,
  personId: string,
  version: number | null,
): Promise<Result<Plan>> => {
  const found = await planToChange(tx, personId, version)
  if (!found.ok) return found
  if (found.value === null) return refused('not_found', 'There is no recovery plan yet.')
  return found.value.mayChange
    ? ok(found.value)
    : refused('forbidden', 'This plan is another service’s. Begin one of your own from it.')
}

/** The plan is not as it was agreed any more. */
export const changed = async (tx: WriteTx, plan: Pick<Plan, 'id' | 'version'>): Promise<void> => {
  await tx.db
    .updateTable('recovery_plan')
    .set({ version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute()
}

/** The plan stands from today as it was agreed, after whatever was changed with it. */
export const agreedToday = async (tx: WriteTx, plan: Pick<Plan, 'id'>, version: number): Promise<void> => {
  await tx.db
    .updateTable('recovery_plan')
    .set({ version, agreed_version: version, agreed_on: tx.today })
    .where('id', '=', plan.id)
    .execute()
}
