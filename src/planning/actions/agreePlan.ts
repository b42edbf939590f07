import { recordFact } from '../../assessment/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import { planAgreed } from '../model.ts'
import { faultOfAgreement, goalLine, openGoals } from '../rules.ts'
import { type Signature, signatureAnswers } from '../signature.ts'
import type { By } from './planRows.ts'
import { agreedToday, ownPlan } from './planToChange.ts'

export interface Agreement {
  readonly personId: string
  readonly by: By
  /** The version that they had before them. */
  readonly version: number | null
  readonly signature: Signature
}

/**
 * Keeps the plan word for word as it was agreed with the person, and how they signed. The person is locked already.
 * Refuses `conflict` where the plan is not the one that was signed. Answers with the fact's id.
 */
export const agreePlan = async (tx: WriteTx, agreement: Agreement): Promise<Result<string>> => {
  const { personId, by, signature } = agreement
  const found = await ownPlan(tx, personId, agreement.version)
  if (!found.ok) return found
  const plan = found.value
  const fault = faultOfAgreement(plan)
  if (fault !== null) return refused('invalid', fault)
  const recorded = await recordFact(tx, {
    personId,
    kind: planAgreed.kind,
    recordClass: planAgreed.recordClass,
    serviceId: by.serviceId,
    day: tx.today,
    at: tx.now,
    answers: {
      want: plan.want,
      goals: openGoals(plan).map((goal) => goalLine(goal, fullDate)),
      ...signatureAnswers(signature),
    },
    reading: {},
  })
  if (!recorded.ok) return recorded
  await agreedToday(tx, plan, plan.version)
  return recorded
}
