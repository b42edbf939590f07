import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'
import type { Answers, FactKind } from '../model.ts'

/** A short form, filled in. */
export interface FilledIn {
  readonly personId: string
  readonly kind: FactKind
  readonly recordClass: RecordClass
  /** One of the actor's services. */
  readonly serviceId: string
  readonly episodeId?: string | null
  /** The day it happened and, where it is known, the moment. */
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly answers: Answers
  /** What the standards read from it: the extra fields of this kind of `Fact`, and no free words. */
  readonly reading: Readonly<Record<string, unknown>>
  /** The fact that this one puts right; the earlier words stay readable. */
  readonly amends?: string | null
}

const isAlreadyAmended = async (tx: WriteTx, factId: string): Promise<boolean> =>
  (await tx.db.selectFrom('fact').select('id').where('amends', '=', factId).executeTakeFirst()) !== undefined

/**
 * Records a short form as a row of `fact`; the person is locked already. Answers with the new row's id.
 * Refuses `conflict` where somebody else put the same record right first.
 */
export const recordFact = async (tx: WriteTx, filled: FilledIn): Promise<Result<string>> => {
  const amends = filled.amends ?? null
  if (amends !== null && (await isAlreadyAmended(tx, amends)))
    return refused(
      'invalid',
      'Somebody else put this record right meanwhile. Open it again to see what it says now.',
    )
  const id = tx.ids.next()
  await tx.db
    .insertInto('fact')
    .values({
      id,
      person_id: filled.personId,
      recorded_under: filled.personId,
      kind: filled.kind,
      class: filled.recordClass,
      service_id: filled.serviceId,
      episode_id: filled.episodeId ?? null,
      day: filled.day,
      at: filled.at,
      answers: JSON.stringify(filled.answers),
      reading: JSON.stringify(filled.reading),
      amends,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
