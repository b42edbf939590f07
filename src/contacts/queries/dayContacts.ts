import { sql } from 'kysely'
import { type PlaceRow, placeWords } from '../../people/index.ts'
import type { ContactOutcome, RecordClass } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ContactMode, ContactPurpose } from '../model.ts'

/** A contact of one day, with where to find the person. */
export interface DayContact {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly prisonNumber: string | null
  readonly where: string
  readonly startsAt: Temporal.Instant | null
  readonly minutes: number | null
  /** The prison that holds them; null for somebody who is in none. */
  readonly prison: string | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly class: RecordClass
  readonly serviceId: string
  readonly worker: string | null
  readonly version: number
}

interface Row extends PlaceRow {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly prison_number: string | null
  readonly starts_at: Temporal.Instant | null
  readonly minutes: number | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly place: string | null
  readonly outcome: ContactOutcome
  readonly class: RecordClass
  readonly service_id: string
  readonly worker: string | null
  readonly version: number
}

interface Asked {
  readonly services: readonly string[]
  /** Null: everybody's of these services. */
  readonly staffId: string | null
  readonly day: Temporal.PlainDate
  /** Only those of whom nobody has said what became. */
  readonly openOnly: boolean
}

const mostRows = 60

/** The contacts of a day in the order in which somebody walks the landings: prison, wing and cell, then time. */
export const dayContacts = async (tx: ReadTx, asked: Asked): Promise<readonly DayContact[]> => {
  const { services, staffId, day, openOnly } = asked
  const found = await sql<Row>`
    select c.id, c.person_id, p.given_name || ' ' || p.family_name as name, c.starts_at, c.minutes, c.purpose, c.mode, c.place, c.outcome, c.class,
      c.service_id, t.full_name as worker, c.version,
      (select i.value from identifier i where i.person_id = p.id and i.type = 'prison_number' and not i.alias limit 1) as prison_number,
      w.status, w.establishment_code, e.name as establishment, l.wing, l.cell, w.since, w.released_on
    from contact c join person p on p.id = c.person_id
      left join staff t on t.id = c.staff_id
      left join whereabouts w on w.person_id = c.person_id left join establishment e on e.code = w.establishment_code
      left join location l on l.person_id = c.person_id and w.status = 'in_custody'
        and (l.establishment_code is null or l.establishment_code = w.establishment_code)
    where c.service_id = any (${services}::uuid[]) and c.day = ${day} and (${staffId}::uuid is null or c.staff_id = ${staffId})
      and (c.outcome = 'planned' or not ${openOnly})
    order by e.name nulls last, l.landing nulls last, c.starts_at nulls last, c.id limit ${sql.lit(mostRows)}`.execute(
    tx.db,
  )
  return found.rows.map((row) => ({
    ...row,
    personId: row.person_id,
    prisonNumber: row.prison_number,
    where: placeWords(row, tx.today),
    startsAt: row.starts_at,
    prison: row.status === 'in_custody' ? row.establishment_code : null,
    serviceId: row.service_id,
  }))
}

/** The newest day up to today of whose contacts somebody still has to say what became; null where there is none. */
export const dayToCatchUp = async (
  tx: ReadTx,
  staffId: string,
  services: readonly string[],
): Promise<Temporal.PlainDate | null> => {
  const found = await sql<{ day: Temporal.PlainDate | null }>`
    select max(c.day) as day from contact c
    where c.staff_id = ${staffId} and c.outcome = 'planned' and c.service_id = any (${services}::uuid[])
      and c.day between ${tx.today.subtract({ days: 14 })} and ${tx.today}`.execute(tx.db)
  return found.rows[0]?.day ?? null
}
