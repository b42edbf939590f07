import type { RecordClass } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'

export interface NewFact {
  readonly personId: string
  readonly by: RecordedBy
  /** As the engine names it. */
  readonly kind: 'accommodation_recorded' | 'medicines_bridge' | 'overdose_advice' | 'follow_up_closed'
  readonly recordClass: RecordClass
  readonly day: Temporal.PlainDate
  readonly answers: Readonly<Record<string, string>>
  /** What the standards read from it, beside its day. */
  readonly reading: Readonly<Record<string, boolean>>
}

/** Records one short form of the release pack or the follow-up, and what is owed after it. */
export const recordFact = async (tx: WriteTx, fact: NewFact): Promise<Result<string>> => {
  const locked = await tx.lock(fact.personId)
  if (!locked.ok) return locked
  const id = tx.ids.next()
  await tx.db
    .insertInto('fact')
    .values({
      id,
      person_id: fact.personId,
      recorded_under: fact.personId,
      kind: fact.kind,
      class: fact.recordClass,
      service_id: fact.by.serviceId,
      day: fact.day,
      at: tx.now,
      answers: JSON.stringify(fact.answers),
      reading: JSON.stringify(fact.reading),
      recorded_by: fact.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
