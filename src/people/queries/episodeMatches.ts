import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** Whose an episode of a file is, where that differs from what stands. */
export interface EpisodeMatch {
  readonly id: string
  readonly match: 'number' | 'nhs_number' | 'initials' | 'nobody' | 'ambiguous'
  readonly person_id: string | null
  readonly recorded_under: string | null
  readonly likely_person_id: string | null
  /** Whose it was until now. */
  readonly was: string | null
}

/**
 * Of these episodes, those that are somebody else's than they stand as. The first that answers: the prison
 * number (aliases included), the NHS number, exactly one person with those initials, date of birth and sex;
 * the same rule as `matchEpisode` of the continuity measure. What a human decided stays, and so does what
 * an episode was when the words that told whose it is were disposed of.
 */
export const episodeMatches = async (
  tx: Pick<ReadTx, 'db'>,
  episodes: readonly string[],
): Promise<readonly EpisodeMatch[]> => {
  const found = await tx.db
    .selectFrom(
      sql<EpisodeMatch>`(
        with wanted as materialized (
          select * from episode where id = any (${episodes}::uuid[]) and match not in ('recorded', 'confirmed')
            and (person_id is not null or num_nonnulls(given_prison_number, given_nhs_number, date_of_birth) > 0)),
        candidates as (
          select w.id, w.match as stands, w.person_id as was, w.likely_person_id as likely_was,
            n.person_id as by_number, n.recorded_under as number_under, s.people as by_nhs, s.under as nhs_under, i.people as by_initials
          from wanted w
          left join identifier n on n.type = 'prison_number' and n.value = w.given_prison_number
          left join lateral (
            select array_agg(distinct who) as people, (array_agg(under order by under))[1] as under from (
              select x.person_id as who, x.recorded_under as under from identifier x where x.type = 'nhs_number' and x.value = w.given_nhs_number
              union all
              select coalesce(p.merged_into, p.id), p.id from person p where p.claimed_nhs_number = w.given_nhs_number) known) s on true
          left join lateral (
            select array_agg(distinct coalesce(p.merged_into, p.id)) as people from person p
            where n.person_id is null and s.people is null and p.date_of_birth = w.date_of_birth and p.sex = w.sex
              and initial_of(p.given_name) = initial_of(w.given_initial) and initial_of(p.family_name) = initial_of(w.family_initial)) i on true),
        decided as (
          select id, stands, was, likely_was, by_number, number_under, by_nhs, nhs_under, by_initials, case
            when by_number is not null then case when by_nhs is null or by_number = any (by_nhs) then 'number' else 'ambiguous' end
            when by_nhs is not null then case when cardinality(by_nhs) = 1 then 'nhs_number' else 'ambiguous' end
            when by_initials is null then 'nobody'
            when cardinality(by_initials) = 1 then 'initials' else 'ambiguous' end as match
          from candidates),
        answers as (
          select id, stands, was, likely_was, match,
            case match when 'number' then by_number when 'nhs_number' then by_nhs[1] end as person_id,
            case match when 'number' then number_under when 'nhs_number' then nhs_under end as recorded_under,
            case match when 'initials' then by_initials[1] end as likely_person_id
          from decided)
        select id, match, person_id, recorded_under, likely_person_id, was from answers
        where (match, person_id, likely_person_id) is distinct from (stands, was, likely_was))`.as('answer'),
    )
    .selectAll()
    .execute()
  return found
}
