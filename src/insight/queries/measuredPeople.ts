import { type Kysely, sql } from 'kysely'
import type { Movement } from '../../custody/index.ts'
import type { DB } from '../../platform/database/schema.ts'
import { dayNumber } from '../../platform/day.ts'
import type { MeasuredEpisode, MeasuredPerson } from '../continuity/index.ts'
import { measuredMovements } from '../measured-movements.ts'

type Handle = Pick<Kysely<DB>, 'selectFrom'>

type MovementRow = Movement & { readonly personId: string }

/** Only these can be, or hide, an admission or a release: other kinds never tell of the same movement. */
const admissionsAndReleases = ['admission', 'readmission', 'release', 'removal', 'death'] as const

const movementsOf = async (db: Handle, people: readonly string[]): Promise<readonly MovementRow[]> => {
  const rows = await db
    .selectFrom('movement')
    .select([
      'person_id',
      'source',
      'type',
      'at',
      'day',
      'time_known',
      'establishment_code',
      'reason',
      'reason_code',
      'reason_known',
    ])
    .where(sql<boolean>`person_id = any (${people}::uuid[])`)
    .where('type', 'in', admissionsAndReleases)
    .where('set_aside', '=', false)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    source: row.source as Movement['source'],
    prisonNumber: '',
    type: row.type,
    instant: row.at,
    day: row.day,
    timeKnown: row.time_known,
    establishment: row.establishment_code,
    reason: row.reason,
    reasonCode: row.reason_code,
    reasonKnown: row.reason_known,
  }))
}

const dayOrNull = (day: Temporal.PlainDate | null): number | null => (day === null ? null : dayNumber(day))

const episodesOf = async (
  db: Handle,
  people: readonly string[],
): Promise<readonly (MeasuredEpisode & { readonly personId: string })[]> => {
  const rows = await db
    .selectFrom('episode')
    .select([
      sql<string>`coalesce(person_id, likely_person_id)`.as('person'),
      'setting',
      'referral_date',
      'treatment_start',
      'end_date',
      'end_reason',
    ])
    .where(sql<boolean>`(person_id = any (${people}::uuid[]) or likely_person_id = any (${people}::uuid[]))`)
    .execute()
  return rows.map((row) => ({
    personId: row.person,
    setting: row.setting,
    referral: dayNumber(row.referral_date),
    start: dayOrNull(row.treatment_start),
    end: dayOrNull(row.end_date),
    endReason: row.end_reason,
  }))
}

const deathsOf = async (db: Handle, people: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('person')
    .select([
      sql<string>`coalesce(merged_into, id)`.as('person'),
      sql<Temporal.PlainDate>`min(date_of_death)`.as('day'),
    ])
    .where(sql<boolean>`(id = any (${people}::uuid[]) or merged_into = any (${people}::uuid[]))`)
    .where('date_of_death', 'is not', null)
    .groupBy(sql`1`)
    .execute()
  return new Map(rows.map(({ person, day }) => [person, dayNumber(day)]))
}

/** What the continuity measure needs of these people: their movements once each, their episodes, their deaths. */
export const measuredPeople = async (
  db: Handle,
  people: readonly string[],
): Promise<readonly MeasuredPerson[]> => {
  const movements = Map.groupBy(await movementsOf(db, people), ({ personId }) => personId)
  const episodes = Map.groupBy(await episodesOf(db, people), ({ personId }) => personId)
  const deaths = await deathsOf(db, people)
  return people.map((personId) => ({
    personId,
    diedOn: deaths.get(personId) ?? null,
    movements: measuredMovements(movements.get(personId) ?? []),
    episodes: episodes.get(personId) ?? [],
  }))
}
