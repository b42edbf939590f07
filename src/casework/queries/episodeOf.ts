import type { EndReason } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

export interface EpisodeRow {
  readonly service_id: string
  readonly referral_date: Temporal.PlainDate
  readonly treatment_start: Temporal.PlainDate | null
  readonly end_date: Temporal.PlainDate | null
  readonly end_reason: EndReason | null
  readonly version: number
}

/** One episode of somebody with one of these services. */
export const episodeOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceIds: readonly string[],
  id: string,
): Promise<Result<EpisodeRow>> => {
  const found = await tx.db
    .selectFrom('episode')
    .select(['service_id', 'referral_date', 'treatment_start', 'end_date', 'end_reason', 'version'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('service_id', 'in', [...serviceIds])
    .executeTakeFirst()
  return found === undefined ? refused('not_found', 'There is no such episode.') : ok(found)
}
