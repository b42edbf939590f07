import type { ReadTx } from '../../platform/database/transaction.ts'

/** The day on which treatment started in a service's open episode of somebody; null where it has not. */
export const treatmentSince = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceId: string,
): Promise<Temporal.PlainDate | null> => {
  const row = await tx.db
    .selectFrom('episode')
    .select('treatment_start')
    .where('person_id', '=', personId)
    .where('service_id', '=', serviceId)
    .where('end_date', 'is', null)
    .orderBy('referral_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.treatment_start ?? null
}
