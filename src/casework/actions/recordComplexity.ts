import type { WriteTx } from '../../platform/database/transaction.ts'
import type { ComplexityLevel } from '../complexity.ts'
import type { RecordedBy } from '../model.ts'

export interface Weighed {
  readonly personId: string
  readonly by: RecordedBy
  readonly allocationId: string
  readonly level: ComplexityLevel
  /** What the rule suggested. */
  readonly suggested: ComplexityLevel
  /** The rule's reason, or somebody's own words. */
  readonly why: string
}

/** Records how much work somebody is, for one allocation; what was recorded before stays. */
export const recordComplexity = async (tx: WriteTx, weighed: Weighed): Promise<void> => {
  await tx.db
    .insertInto('complexity')
    .values({
      id: tx.ids.next(),
      person_id: weighed.personId,
      recorded_under: weighed.personId,
      service_id: weighed.by.serviceId,
      allocation_id: weighed.allocationId,
      level: weighed.level,
      suggested: weighed.suggested,
      why: weighed.why,
      recorded_by: weighed.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
}
