import { sql } from 'kysely'
import { matchEpisodes } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { ChunkTaken } from '../model.ts'
import { type EpisodeKey, type StoredEpisode, storedEpisodes } from '../queries/storedEpisodes.ts'
import type { EpisodeRow } from '../rows/episodes.ts'
import { serviceIds } from './serviceIds.ts'

/** A row of `episodes.csv`, and what is odd about its dates. */
export interface ToldEpisode {
  readonly row: EpisodeRow
  readonly warnings: readonly string[]
}

const columns = (row: EpisodeRow, service_id: string) => ({
  service_id,
  local_id: row.local_id,
  setting: row.setting,
  substances: row.substances,
  referral_date: row.referral_date,
  triage_date: row.triage_date,
  treatment_start: row.treatment_start,
  end_date: row.end_date,
  end_reason: row.end_reason,
  given_prison_number: row.prison_number,
  given_nhs_number: row.nhs_number,
  given_initial: row.given_initial,
  family_initial: row.family_initial,
  date_of_birth: row.date_of_birth,
  sex: row.sex,
})

type Columns = ReturnType<typeof columns>

const keyOf = ({ service_id, local_id }: EpisodeKey): string => `${service_id}|${local_id}`

/** An episode as the file has it, in words that compare. */
const wordsOf = (episode: Omit<StoredEpisode, 'id' | 'person_id'>): string =>
  JSON.stringify([
    episode.setting,
    episode.substances,
    episode.referral_date,
    episode.triage_date,
    episode.treatment_start,
    episode.end_date,
    episode.end_reason,
    episode.given_prison_number,
    episode.given_nhs_number,
    episode.given_initial,
    episode.family_initial,
    episode.date_of_birth,
    episode.sex,
  ])

type Given = Columns & { readonly warnings: readonly string[] }

/** What a file says of one episode: its last row, and how many of its rows said something new. */
interface ToldOfOne {
  readonly given: Given
  readonly news: number
}

interface Planned extends ToldOfOne {
  readonly id: string
  readonly personId: string | null
}

const toldOfEach = (rows: readonly Given[]): readonly ToldOfOne[] => {
  const told = new Map<string, ToldOfOne>()
  for (const given of rows) {
    const before = told.get(keyOf(given))
    const isNews = before === undefined || wordsOf(before.given) !== wordsOf(given)
    told.set(keyOf(given), { given, news: (before?.news ?? 0) + Number(isNews) })
  }
  return [...told.values()]
}

const plan = async (tx: WriteTx, told: readonly ToldOfOne[]): Promise<readonly Planned[]> => {
  const keys = told.map(({ given }) => given)
  const stored = new Map((await storedEpisodes(tx, keys)).map((one) => [keyOf(one), one]))
  return told.flatMap((one): Planned[] => {
    const before = stored.get(keyOf(one.given))
    if (before === undefined) return [{ ...one, id: tx.ids.next(), personId: null }]
    const isSame = wordsOf(before) === wordsOf(one.given)
    return isSame ? [] : [{ ...one, id: before.id, personId: before.person_id }]
  })
}

const store = async (tx: WriteTx, planned: readonly Planned[]): Promise<void> => {
  const rows = planned.map(({ id, given }) => ({ ...given, id }))
  await sql`insert into episode as e (id, service_id, setting, local_id, substances, referral_date, triage_date, treatment_start, end_date,
      end_reason, match, given_prison_number, given_nhs_number, given_initial, family_initial, date_of_birth, sex, warnings, recorded_at)
    select id, service_id, setting, local_id, substances, referral_date, triage_date, treatment_start, end_date,
      end_reason, 'nobody', given_prison_number, given_nhs_number, given_initial, family_initial, date_of_birth, sex, warnings,
      ${tx.now.toString()}::timestamptz
    from json_populate_recordset(null::episode, ${JSON.stringify(rows)}::json)
    on conflict (service_id, local_id) do update set
      (setting, substances, referral_date, triage_date, treatment_start, end_date, end_reason, given_prison_number, given_nhs_number,
       given_initial, family_initial, date_of_birth, sex, warnings, version) =
      (excluded.setting, excluded.substances, excluded.referral_date, excluded.triage_date, excluded.treatment_start, excluded.end_date,
       excluded.end_reason, excluded.given_prison_number, excluded.given_nhs_number, excluded.given_initial, excluded.family_initial,
       excluded.date_of_birth, excluded.sex, excluded.warnings, e.version + 1)`.execute(tx.db)
}

const heldAmong = async (tx: WriteTx, ids: readonly string[]): Promise<number> => {
  const found = await tx.db
    .selectFrom('episode')
    .select((count) => count.fn.countAll<number>().as('held'))
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('match', 'in', ['nobody', 'ambiguous'])
    .executeTakeFirstOrThrow()
  return Number(found.held)
}

/**
 * Takes rows of `episodes.csv`: adds new episodes and brings others up to date, by service and local id, and
 * works out whose they are. One that is nobody's, or may be several people's, is held. Runs as the intake.
 */
export const takeEpisodes = async (
  tx: WriteTx,
  told: readonly ToldEpisode[],
): Promise<Result<ChunkTaken>> => {
  const services = await serviceIds(
    tx,
    told.map(({ row }) => ({ code: row.service_code, setting: row.setting })),
  )
  const given = told.flatMap(({ row, warnings }): Given[] => {
    const service = services.get(row.service_code)
    return service === undefined ? [] : [{ ...columns(row, service), warnings }]
  })
  const planned = await plan(tx, toldOfEach(given))
  const locked = await tx.lock(...planned.flatMap(({ personId }) => personId ?? []))
  if (!locked.ok) return locked
  const ids = planned.map(({ id }) => id)
  await store(tx, planned)
  await matchEpisodes(tx, ids)
  const held = await heldAmong(tx, ids)
  const news = planned.reduce((sum, one) => sum + one.news, 0)
  return ok({
    applied: news - held,
    held,
    duplicates: told.length - news,
  })
}
