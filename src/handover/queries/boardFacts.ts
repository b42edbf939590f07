import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** What is recorded of somebody's release pack, as far as the reader may see. */
export interface BoardFacts {
  readonly person_id: string
  /** Where they sleep on the first night, in a word or two. */
  readonly tonight: string | null
  readonly bridged: boolean
  readonly advised: boolean
  readonly naloxone: boolean
  readonly naloxone_indicated: boolean
  readonly substitution: boolean
}

/** The release pack of these people, from the facts of their current or last time in custody. */
export const boardFacts = async (
  tx: Pick<ReadTx, 'db'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, BoardFacts>> => {
  const found = await sql<BoardFacts>`
    select w.person_id, f.tonight, coalesce(f.bridged, false) as bridged, coalesce(f.advised, false) as advised,
      coalesce(f.naloxone, false) as naloxone, coalesce(f.indicated, false) as naloxone_indicated,
      coalesce(f.substitution, false) or coalesce(v.substitution, false) as substitution
    from whereabouts w
      left join (
        select f.person_id,
          (array_agg(f.answers ->> 'where' order by f.at desc) filter (where f.kind = 'accommodation_recorded'))[1] as tonight,
          bool_or(f.kind = 'medicines_bridge') as bridged,
          bool_or(f.kind = 'overdose_advice' and f.day >= coalesce(s.working_release_date, s.released_on, f.day) - 7) as advised,
          bool_or(f.kind = 'naloxone_issued') as naloxone,
          bool_or(f.kind = 'arrival_screen' and f.reading -> 'naloxoneIndicated' = 'true') as indicated,
          bool_or(f.kind = 'arrival_screen' and f.reading -> 'opioidSubstitution' = 'true') as substitution
        from fact f join whereabouts s on s.person_id = f.person_id
        where f.person_id = any (${people}::uuid[]) and f.day >= coalesce(s.admitted_on, f.day)
          and f.kind in ('accommodation_recorded', 'medicines_bridge', 'overdose_advice', 'naloxone_issued', 'arrival_screen')
        group by f.person_id) f on f.person_id = w.person_id
      left join (
        select v.person_id, true as substitution from intervention v
        where v.person_id = any (${people}::uuid[]) and v.kind = 'opioid_substitution' and v.ended_on is null
        group by v.person_id) v on v.person_id = w.person_id
    where w.person_id = any (${people}::uuid[])`.execute(tx.db)
  return new Map(found.rows.map((row) => [row.person_id, row]))
}
