import type { WriteTx } from '../../platform/database/transaction.ts'
import type { RecordedBy } from '../model.ts'

const openEpisode = (tx: WriteTx, personId: string, serviceId: string) =>
  tx.db
    .selectFrom('episode')
    .select(['id', 'referral_date', 'treatment_start'])
    .where('person_id', '=', personId)
    .where('service_id', '=', serviceId)
    .where('end_date', 'is', null)
    .orderBy('referral_date', 'desc')
    .limit(1)
    .executeTakeFirst()

export type Received = NonNullable<Awaited<ReturnType<typeof openEpisode>>>

/** The receiving service's open episode of somebody; where it has none, a referral of today opens one. */
export const receivePerson = async (tx: WriteTx, personId: string, by: RecordedBy): Promise<Received> => {
  const open = await openEpisode(tx, personId, by.serviceId)
  if (open !== undefined) return open
  const id = tx.ids.next()
  await tx.db
    .insertInto('episode')
    .values({
      id,
      person_id: personId,
      recorded_under: personId,
      service_id: by.serviceId,
      setting: 'community',
      local_id: id,
      referral_source: 'another_service',
      referral_date: tx.today,
      match: 'recorded',
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return { id, referral_date: tx.today, treatment_start: null }
}
