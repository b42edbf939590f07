import { z } from 'zod'
import { type PersonHeader, personHeader } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import { custodyTime } from '../queries/custodyTime.ts'
import { type RaisedRow, raisedRisks } from '../queries/raisedRisks.ts'
import { type RiskRecord, riskRecords } from '../queries/riskPlans.ts'
import { toleranceWarning } from '../rules.ts'

export const riskInput = z.object({ personId: z.uuid() })

/** What the pages of a risk plan are made from. */
export interface RiskModel {
  readonly person: PersonHeader
  /** The plan as it was agreed last. */
  readonly plan: RiskRecord | null
  readonly records: readonly RiskRecord[]
  readonly raised: readonly RaisedRow[]
  readonly tolerance: string | null
}

/** Refuses `not_found` as `personHeader` does. */
export const loadRisk = async (tx: ReadTx, personId: string): Promise<Result<RiskModel>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const records = await riskRecords(tx, personId)
  return ok({
    person: person.value,
    plan: records.find(({ kind }) => kind === 'risk_plan_agreed') ?? null,
    records,
    raised: await raisedRisks(tx, personId),
    tolerance: toleranceWarning(await custodyTime(tx, personId), tx.today),
  })
}
