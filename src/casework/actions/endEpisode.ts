import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { EndReason } from '../../standards/model.ts'
import { endReasonWords, type RecordedBy } from '../model.ts'
import { faultOfEnd, faultOfPast } from '../rules.ts'

export interface EpisodeEnd {
  readonly personId: string
  readonly episodeId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
  readonly reason: EndReason
  /** What next, in words: kept as a note. Null where there is nothing to say. */
  readonly next: string | null
  /** The version that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
}

const current = (tx: WriteTx, { episodeId, personId, by }: EpisodeEnd) =>
  tx.db
    .selectFrom('episode')
    .select(['referral_date', 'treatment_start', 'substances', 'end_date', 'version'])
    .where('id', '=', episodeId)
    .where('person_id', '=', personId)
    .where('service_id', '=', by.serviceId)
    .executeTakeFirst()

/** What goes on inside an episode ends with it: interventions, and who was named for it. */
const closeTogether = async (tx: WriteTx, { episodeId, day, reason, by }: EpisodeEnd): Promise<void> => {
  await tx.db
    .updateTable('intervention')
    .set((set) => ({
      ended_on: set.fn<Temporal.PlainDate>('greatest', ['started_on', set.val(day)]),
      ended_by: by.staffId,
    }))
    .where('episode_id', '=', episodeId)
    .where('ended_on', 'is', null)
    .execute()
  await tx.db
    .updateTable('allocation')
    .set({ to_day: day, ended_why: `Episode ended: ${endReasonWords[reason]}` })
    .where('episode_id', '=', episodeId)
    .where('to_day', 'is', null)
    .execute()
}

const noteNext = async (tx: WriteTx, { personId, by, day, reason, next }: EpisodeEnd): Promise<void> => {
  if (next === null) return
  await tx.db
    .insertInto('note')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      class: 'recovery',
      service_id: by.serviceId,
      day,
      words: `Episode ended: ${endReasonWords[reason]}. What next: ${next}`,
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
}

/**
 * Ends an episode with a reason, and with it its interventions and allocations; keeps what is to happen next
 * as a note. Refuses `conflict` where somebody changed it meanwhile, and a completion without a start.
 */
export const endEpisode = async (tx: WriteTx, end: EpisodeEnd): Promise<Result<void>> => {
  const locked = await tx.lock(end.personId)
  if (!locked.ok) return locked
  const episode = await current(tx, end)
  if (episode === undefined) return refused('not_found', 'There is no such episode in this service.')
  if (episode.end_date !== null || (end.version !== null && end.version !== episode.version))
    return refused('conflict', 'Somebody has changed this episode meanwhile.')
  const future = faultOfPast(end.day, tx.today)
  if (future !== null) return refused('invalid', future, 'day')
  const fault = faultOfEnd(
    end.reason,
    {
      referral: episode.referral_date,
      start: episode.treatment_start,
      opiates: episode.substances === 'opiate',
    },
    end.day,
  )
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  await tx.db
    .updateTable('episode')
    .set({ end_date: end.day, end_reason: end.reason, version: episode.version + 1 })
    .where('id', '=', end.episodeId)
    .execute()
  await closeTogether(tx, end)
  await noteNext(tx, end)
  return ok(undefined)
}
