import type { ReadTx } from '../../platform/database/transaction.ts'

export interface OpenEpisode {
  readonly id: string
  readonly referral_date: Temporal.PlainDate
  readonly treatment_start: Temporal.PlainDate | null
  readonly version: number
}

/** The open episode of somebody with one of these services, the newest first; undefined where there is none. */
export const openEpisode = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceIds: readonly string[],
): Promise<OpenEpisode | undefined> =>
  tx.db
    .selectFrom('episode')
    .select(['id', 'referral_date', 'treatment_start', 'version'])
    .where('person_id', '=', personId)
    .where('service_id', 'in', serviceIds.length === 0 ? [''] : [...serviceIds])
    .where('end_date', 'is', null)
    .orderBy('referral_date', 'desc')
    .limit(1)
    .executeTakeFirst()
