import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { ToldSighting } from '../told.ts'

export interface SightingOfMessage {
  readonly personId: string
  readonly told: ToldSighting
}

const rowOf = ({ personId, told }: SightingOfMessage) => ({
  person_id: personId,
  seen_at: told.at,
  seen_direction: told.direction,
  seen_reason: told.reason,
  seen_establishment: told.establishment_code,
})

/** Keeps of each person the newest sighting; of several at one moment the same one, whatever the order. */
export const recordSightings = async (tx: WriteTx, given: readonly SightingOfMessage[]): Promise<void> => {
  if (given.length === 0) return
  await sql`insert into location as held (person_id, seen_at, seen_direction, seen_reason, seen_establishment)
    select distinct on (person_id) person_id, seen_at, seen_direction, seen_reason, seen_establishment
    from json_populate_recordset(null::location, ${JSON.stringify(given.map(rowOf))}::json)
    order by person_id, seen_at desc, seen_direction desc, seen_reason desc, coalesce(seen_establishment, '') desc
    on conflict (person_id) do update set (seen_at, seen_direction, seen_reason, seen_establishment) =
      (excluded.seen_at, excluded.seen_direction, excluded.seen_reason, excluded.seen_establishment)
    where held.seen_at is null or (excluded.seen_at, excluded.seen_direction, excluded.seen_reason, coalesce(excluded.seen_establishment, ''))
      > (held.seen_at, held.seen_direction, held.seen_reason, coalesce(held.seen_establishment, ''))`.execute(
    tx.db,
  )
}
