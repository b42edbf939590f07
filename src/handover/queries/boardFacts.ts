import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { BoardPerson } from './boardPeople.ts'

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

/** Whose pack, since when they have been in custody, and the day they leave. */
type Leaver = Pick<BoardPerson, 'id' | 'admitted_on' | 'day'>

/** The release pack of people who leave, from the facts of their stay. */
export const boardFacts = async (
  tx: Pick<ReadTx, 'db'>,
  people: readonly Leaver[],
): Promise<ReadonlyMap<string, BoardFacts>> => {
  const found = await sql<BoardFacts>`
    select w.person_id, f.tonight, f.bridged, f.advised, f.naloxone, f.naloxone_indicated,
      f.substitution or exists (
        select from intervention v where v.person_id = w.person_id and v.kind = 'opioid_substitution' and v.ended_on is null) as substitution
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ admitted_on }) => admitted_on)}::date[], ${people.map(({ day }) => day)}::date[])
        as w (person_id, admitted_on, leaves_on)
      cross join lateral (
      select
        (array_agg(f.answers ->> 'where' order by f.at desc) filter (where f.kind = 'accommodation_recorded'))[1] as tonight,
        coalesce(bool_or(f.kind = 'medicines_bridge'), false) as bridged,
        coalesce(bool_or(f.kind = 'overdose_advice' and f.day >= w.leaves_on - 7), false) as advised,
        coalesce(bool_or(f.kind = 'naloxone_issued'), false) as naloxone,
        coalesce(bool_or(f.kind = 'arrival_screen' and f.reading -> 'naloxoneIndicated' = 'true'), false) as naloxone_indicated,
        coalesce(bool_or(f.kind = 'arrival_screen' and f.reading -> 'opioidSubstitution' = 'true'), false) as substitution
      from fact f where f.person_id = w.person_id and f.day >= coalesce(w.admitted_on, f.day)
        and f.kind in ('accommodation_recorded', 'medicines_bridge', 'overdose_advice', 'naloxone_issued', 'arrival_screen')) f`.execute(
    tx.db,
  )
  return new Map(found.rows.map((row) => [row.person_id, row]))
}
