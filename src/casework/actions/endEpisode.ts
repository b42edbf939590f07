import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { EndReason } from '../../standards/model.ts'
import { faultOfExit, type InterventionExit, usualExit } from '../discharge.ts'
import { endReasonWords, type RecordedBy } from '../model.ts'
import { faultOfEnd, faultOfPast } from '../rules.ts'
import { type DischargeTold, tellDischarge } from './tellDischarge.ts'

export interface EpisodeEnd {
  readonly personId: string
  readonly episodeId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
  readonly reason: EndReason
  /** What next and the exit TOP; null where treatment never started, or a file said that it ended. */
  readonly told: DischargeTold | null
  /** How interventions that still go on end, where it is not as the reason says. */
  readonly exits?: ReadonlyMap<string, InterventionExit>
  /** The version that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
}

const current = (tx: WriteTx, { episodeId, personId, by }: EpisodeEnd) =>
  tx.db
    .selectFrom('episode')
    .select((select) => [
      'referral_date',
      'treatment_start',
      'substances',
      'end_date',
      'version',
      select
        .selectFrom('intervention')
        .select((ended) => ended.fn.max('intervention.ended_on').as('last_ended'))
        .whereRef('intervention.episode_id', '=', 'episode.id')
        .as('last_ended'),
    ])
    .where('id', '=', episodeId)
    .where('person_id', '=', personId)
    .where('service_id', '=', by.serviceId)
    .executeTakeFirst()

const goingOn = (tx: WriteTx, episodeId: string) =>
  tx.db
    .selectFrom('intervention')
    .select('id')
    .where('episode_id', '=', episodeId)
    .where('ended_on', 'is', null)
    .execute()

/** What goes on inside an episode ends with it, each in a way that goes with its reason; and who was named for it. */
const closeTogether = async (tx: WriteTx, end: EpisodeEnd): Promise<Result<void>> => {
  const { episodeId, day, reason, by, exits } = end
  for (const { id } of await goingOn(tx, episodeId)) {
    const exit = exits?.get(id) ?? usualExit(reason)
    const fault = faultOfExit(reason, exit)
    if (fault !== null) return refused('invalid', fault, `exit_${id}`)
    await tx.db
      .updateTable('intervention')
      .set((set) => ({
        ended_on: set.fn<Temporal.PlainDate>('greatest', ['started_on', set.val(day)]),
        end_reason: exit,
        ended_by: by.staffId,
      }))
      .where('id', '=', id)
      .execute()
  }
  await tx.db
    .updateTable('allocation')
    .set({ to_day: day, ended_why: `Episode ended: ${endReasonWords[reason]}` })
    .where('episode_id', '=', episodeId)
    .where('to_day', 'is', null)
    .execute()
  return ok(undefined)
}

const faultOf = (end: EpisodeEnd, episode: NonNullable<Awaited<ReturnType<typeof current>>>) =>
  faultOfEnd(
    end.reason,
    {
      referral: episode.referral_date,
      start: episode.treatment_start,
      opiates: episode.substances === 'opiate',
      lastEnded: episode.last_ended,
    },
    end.day,
  )

/**
 * Ends an episode with a reason, and with it its interventions and allocations; keeps what is to happen next
 * and the exit TOP beside it. Refuses `conflict` where somebody changed it meanwhile, and a completion without a start.
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
  const fault = faultOf(end, episode)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  await tx.db
    .updateTable('episode')
    .set({ end_date: end.day, end_reason: end.reason, version: episode.version + 1 })
    .where('id', '=', end.episodeId)
    .execute()
  const closed = await closeTogether(tx, end)
  if (!closed.ok) return closed
  if (end.told !== null) await tellDischarge(tx, { ...end, ...end.told })
  return ok(undefined)
}
