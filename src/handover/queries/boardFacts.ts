import { sql } from 'kysely'

/** What is recorded of somebody's release pack, as far as the reader may see. */
export interface BoardFacts {
  /** Where they sleep on the first night, in a word or two. */
  readonly tonight: string | null
  readonly bridged: boolean
  readonly advised: boolean
  readonly naloxone: boolean
  readonly naloxone_indicated: boolean
  readonly substitution: boolean
}

/** The release pack of each `w` (person_id, admitted_on, day), from the facts of their stay. */
export const packFacts = sql`lateral (
  select
    (array_agg(f.answers ->> 'where' order by f.at desc) filter (where f.kind = 'accommodation_recorded'))[1] as tonight,
    coalesce(bool_or(f.kind = 'medicines_bridge'), false) as bridged,
    coalesce(bool_or(f.kind = 'overdose_advice' and f.day >= w.day - 7), false) as advised,
    coalesce(bool_or(f.kind = 'naloxone_issued'), false) as naloxone,
    coalesce(bool_or(f.kind = 'arrival_screen' and f.reading -> 'naloxoneIndicated' = 'true'), false) as naloxone_indicated,
    coalesce(bool_or(f.kind = 'arrival_screen' and f.reading -> 'opioidSubstitution' = 'true'), false) or exists (
      select from intervention v where v.person_id = w.person_id and v.kind = 'opioid_substitution' and v.ended_on is null) as substitution
  from fact f where f.person_id = w.person_id and f.day >= coalesce(w.admitted_on, f.day)
    and f.kind in ('accommodation_recorded', 'medicines_bridge', 'overdose_advice', 'naloxone_issued', 'arrival_screen'))`
