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
  /** Interventions that still go on in it. */
  readonly going: number
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
    .select((select) => [
      'service_id',
      'referral_date',
      'treatment_start',
      'end_date',
      'end_reason',
      'version',
      select
        .selectFrom('intervention')
        .select((count) => count.fn.countAll<number>().as('going'))
        .whereRef('intervention.episode_id', '=', 'episode.id')
        .where('intervention.ended_on', 'is', null)
        .as('going'),
    ])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('service_id', 'in', [...serviceIds])
    .executeTakeFirst()
  return found === undefined
    ? refused('not_found', 'There is no such episode.')
    : ok({ ...found, going: found.going ?? 0 })
}
