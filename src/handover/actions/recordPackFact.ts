import { recordFact } from '../../assessment/index.ts'
import type { RecordClass } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Result } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'

export interface PackFact {
  readonly personId: string
  readonly by: RecordedBy
  /** As the engine names it. */
  readonly kind: 'accommodation_recorded' | 'medicines_bridge' | 'overdose_advice' | 'follow_up_closed'
  readonly recordClass: RecordClass
  readonly answers: Readonly<Record<string, string>>
  /** What the standards read from it, beside its day. */
  readonly reading: Readonly<Record<string, boolean>>
}

/** Records today one short form of the release pack or the follow-up; answers with its id. */
export const recordPackFact = async (tx: WriteTx, fact: PackFact): Promise<Result<string>> => {
  const { by, ...filled } = fact
  const locked = await tx.lock(fact.personId)
  if (!locked.ok) return locked
  return recordFact(tx, { ...filled, serviceId: by.serviceId, day: tx.today, at: tx.now })
}
