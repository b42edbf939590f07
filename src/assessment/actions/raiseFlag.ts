import type { WriteTx } from '../../platform/database/transaction.ts'

interface NewFlag {
  readonly personId: string
  readonly serviceId: string
  readonly kind: 'acct_open' | 'overdose_risk'
}

/** Puts a safety flag up, unless the same one is up already. Answers whether it did. The person is locked already. */
export const raiseFlag = async (tx: WriteTx, { personId, serviceId, kind }: NewFlag): Promise<boolean> => {
  const up = await tx.db
    .selectFrom('safety_flag')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (up !== undefined) return false
  await tx.db
    .insertInto('safety_flag')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      service_id: serviceId,
      kind,
      day: tx.today,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return true
}
