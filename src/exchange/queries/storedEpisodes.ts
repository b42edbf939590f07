import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** The pair that identifies an episode of a file. */
export interface EpisodeKey {
  readonly service_id: string
  readonly local_id: string
}

/** Episodes as they stand, with all that a file says of them. */
export const storedEpisodes = async (tx: Pick<ReadTx, 'db'>, keys: readonly EpisodeKey[]) =>
  tx.db
    .selectFrom('episode')
    .innerJoin(
      sql<EpisodeKey>`json_to_recordset(${JSON.stringify(keys)}::json)`.as<'wanted'>(
        sql`wanted (service_id uuid, local_id text)`,
      ),
      (join) =>
        join
          .onRef('wanted.service_id', '=', 'episode.service_id')
          .onRef('wanted.local_id', '=', 'episode.local_id'),
    )
    .select([
      'episode.id',
      'episode.person_id',
      'episode.service_id',
      'episode.local_id',
      'episode.setting',
      'episode.substances',
      'episode.referral_date',
      'episode.triage_date',
      'episode.treatment_start',
      'episode.end_date',
      'episode.end_reason',
      'episode.given_prison_number',
      'episode.given_nhs_number',
      'episode.given_initial',
      'episode.family_initial',
      'episode.date_of_birth',
      'episode.sex',
    ])
    .execute()

export type StoredEpisode = Awaited<ReturnType<typeof storedEpisodes>>[number]
