import type { Database, WriteTx } from '../platform/database/transaction.ts'
import { startOfDay } from '../platform/moments.ts'
import { ok } from '../platform/result.ts'
import type { EndReason } from '../standards/model.ts'

/** Somebody's episode in a test; days are counted back from today. */
export interface TestEpisode {
  readonly serviceId: string
  readonly setting: 'custody' | 'community'
  readonly referredDaysAgo: number
  readonly startedDaysAgo?: number
  readonly ended?: { readonly daysAgo: number; readonly reason: EndReason }
  /** Matched by initials alone, so it is theirs for the measure only. */
  readonly byInitials?: boolean
}

/** Somebody who came in and left, and their treatment before and after. */
export interface TestLeaver {
  readonly given: string
  readonly family: string
  readonly cameInDaysAgo: number
  readonly leftDaysAgo: number
  readonly cameBackDaysAgo?: number
  readonly diedDaysAgo?: number
  readonly prison?: string
  readonly episodes: readonly TestEpisode[]
}

const moved = (
  tx: WriteTx,
  personId: string,
  type: 'admission' | 'release',
  daysAgo: number,
  prison: string,
) => {
  const day = tx.today.subtract({ days: daysAgo })
  return {
    id: tx.ids.next(),
    person_id: personId,
    recorded_under: personId,
    source: 'feed' as const,
    type,
    at: startOfDay(day).add({ hours: type === 'release' ? 10 : 16 }),
    day,
    time_known: true,
    establishment_code: prison,
    reason: type === 'admission' ? 'ADMISSION' : 'RELEASED',
    reason_known: true,
    recorded_at: tx.now,
  }
}

const episodeRow = (tx: WriteTx, personId: string, episode: TestEpisode) => {
  const ago = (days: number | undefined) => (days === undefined ? null : tx.today.subtract({ days }))
  return {
    id: tx.ids.next(),
    person_id: episode.byInitials ? null : personId,
    recorded_under: episode.byInitials ? null : personId,
    likely_person_id: episode.byInitials ? personId : null,
    service_id: episode.serviceId,
    setting: episode.setting,
    local_id: tx.ids.next(),
    referral_date: tx.today.subtract({ days: episode.referredDaysAgo }),
    treatment_start: ago(episode.startedDaysAgo),
    end_date: ago(episode.ended?.daysAgo),
    end_reason: episode.ended?.reason ?? null,
    match: episode.byInitials ? ('initials' as const) : ('recorded' as const),
    recorded_at: tx.now,
  }
}

const add = async (tx: WriteTx, leaver: TestLeaver): Promise<string> => {
  const id = tx.ids.next()
  const { given, family, prison = 'LEI', diedDaysAgo } = leaver
  await tx.db
    .insertInto('person')
    .values({
      id,
      given_name: given,
      family_name: family,
      date_of_death: diedDaysAgo === undefined ? null : tx.today.subtract({ days: diedDaysAgo }),
      recorded_at: tx.now,
    })
    .execute()
  const back = leaver.cameBackDaysAgo
  const movements = [
    moved(tx, id, 'admission', leaver.cameInDaysAgo, prison),
    moved(tx, id, 'release', leaver.leftDaysAgo, prison),
    ...(back === undefined ? [] : [moved(tx, id, 'admission', back, prison)]),
  ]
  await tx.db.insertInto('movement').values(movements).execute()
  const episodes = leaver.episodes.map((episode) => episodeRow(tx, id, episode))
  if (episodes.length > 0) await tx.db.insertInto('episode').values(episodes).execute()
  return id
}

/** Adds somebody who left prison, with everything derived; answers with their id. */
export const aLeaver = async (database: Database, leaver: TestLeaver): Promise<string> => {
  const added = await database.intake(async (tx) => {
    const id = await add(tx, leaver)
    const locked = await tx.lock(id)
    return locked.ok ? ok(id) : locked
  })
  if (!added.ok) throw new Error(added.refusal.message)
  return added.value
}
