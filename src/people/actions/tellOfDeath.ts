import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { fullDate } from '../../platform/ui/dates.ts'

interface ToTell {
  readonly person_id: string
  readonly service_id: string
  readonly name: string
  readonly day: Temporal.PlainDate
}

const servicesInvolved = async (tx: WriteTx, people: readonly string[]): Promise<readonly ToTell[]> => {
  const found = await sql<ToTell>`
    select distinct i.person_id, i.service_id, p.given_name || ' ' || p.family_name as name, p.date_of_death as day
    from involvement i join person p on p.id = i.person_id
    where i.person_id = any (${people}::uuid[]) and p.date_of_death is not null and (i.until is null or i.until >= p.date_of_death)`.execute(
    tx.db,
  )
  return found.rows
}

/** Tells the services that work with these people of their deaths, privately and before they open the record. */
export const tellOfDeath = async (tx: WriteTx, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return
  const notices = (await servicesInvolved(tx, people)).map(({ person_id, service_id, name, day }) => ({
    id: tx.ids.next(),
    person_id,
    recorded_under: person_id,
    class: 'identity',
    service_id,
    kind: 'death',
    words: `${name} died on ${fullDate(day)}. Letters, reminders and calls have stopped.`,
    recorded_at: tx.now.toString(),
  }))
  if (notices.length === 0) return
  await sql`insert into notice select * from json_populate_recordset(null::notice, ${JSON.stringify(notices)}::json)`.execute(
    tx.db,
  )
}
