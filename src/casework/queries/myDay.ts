import { sql } from 'kysely'
import type { ContactPurpose } from '../../contacts/model.ts'
import type { PlaceRow } from '../../people/index.ts'
import type { ContactOutcome } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { placeColumns, placeNow } from './placeNow.ts'
import type { Reader } from './team.ts'

export interface MyContactRow extends PlaceRow {
  readonly id: string
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly place: string | null
  readonly purpose: ContactPurpose
  readonly outcome: ContactOutcome
}

/** The reader's contacts of today, and those of the last week of which nobody said what became. */
export const myDay = async (tx: ReadTx, reader: Reader): Promise<readonly MyContactRow[]> => {
  const found = await sql<MyContactRow>`
    with mine as (
      select c.id, c.person_id, c.day, c.starts_at, c.place, c.purpose, c.outcome from contact c
      where c.service_id = any (${reader.services}::uuid[]) and c.day between ${tx.today.subtract({ days: 7 })} and ${tx.today}
        and c.staff_id = ${reader.staffId} and (c.day = ${tx.today} or c.outcome = 'planned')
      order by c.day, c.starts_at nulls last, c.id limit 40)
    select c.*, p.given_name, p.family_name, p.known_as, ${placeColumns}
    from mine c join person p on p.id = c.person_id ${placeNow(sql`c.person_id`)}
    order by c.day, c.starts_at nulls last, c.id`.execute(tx.db)
  return found.rows
}
