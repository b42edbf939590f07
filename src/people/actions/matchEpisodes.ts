import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { episodeMatches } from '../queries/episodeMatches.ts'

/**
 * Works out again whose these episodes of files are: on the pages of whoever a number names, held where
 * nobody or several people fit. A match by initials is kept for the measure alone. Runs as the intake.
 */
export const matchEpisodes = async (tx: WriteTx, episodes: readonly string[]): Promise<void> => {
  if (episodes.length === 0) return
  const matches = await episodeMatches(tx, episodes)
  if (matches.length === 0) return
  const locked = await tx.lock(
    ...matches.flatMap(({ person_id, was }) => [person_id ?? [], was ?? []].flat()),
  )
  if (!locked.ok) throw new Error(locked.refusal.message)
  await sql`update episode e set match = t.match, person_id = t.person_id, recorded_under = t.recorded_under,
      likely_person_id = t.likely_person_id
    from json_populate_recordset(null::episode, ${JSON.stringify(matches)}::json) t where e.id = t.id`.execute(
    tx.db,
  )
}

/** The same for every episode that the numbers, or the initials and date of birth, of these people may fit. */
export const matchEpisodesOf = async (tx: WriteTx, people: readonly string[]): Promise<void> => {
  const found = await sql<{ id: string }>`
    with about as (select id, date_of_birth from person where id = any (${people}::uuid[]) or merged_into = any (${people}::uuid[])),
    numbers as (select i.type, i.value from identifier i where i.person_id = any (${people}::uuid[]))
    select e.id from episode e join numbers n on n.type = 'prison_number' and e.given_prison_number = n.value
    union select e.id from episode e join numbers n on n.type = 'nhs_number' and e.given_nhs_number = n.value
    union select e.id from episode e join about a on e.date_of_birth = a.date_of_birth where e.person_id is null`.execute(
    tx.db,
  )
  await matchEpisodes(
    tx,
    found.rows.map(({ id }) => id),
  )
}
