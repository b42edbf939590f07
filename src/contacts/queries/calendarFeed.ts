import { sql } from 'kysely'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { Database, ReadTx } from '../../platform/database/transaction.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { CalendarContact } from '../calendar.ts'
import type { ContactMode, ContactPurpose } from '../model.ts'

/** Whose calendar an address is; `tooOften` where it was read more than sixty times within the hour. */
export interface CalendarOwner {
  readonly feedId: string
  readonly staffId: string
  readonly role: StaffRole
  readonly tooOften: boolean
}

const mostAnHour = 60

interface OwnerRow {
  readonly id: string
  readonly staff_id: string
  readonly role: StaffRole
  readonly hour_reads: number
}

/** Who has this secret and still works in that role; counts the read. Null for a secret that is nobody's. */
export const calendarOwner = (
  database: Database,
  token: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<CalendarOwner | null> =>
  database.auth(async (db) => {
    const found = await sql<OwnerRow>`
      update calendar_feed f set
        hour_reads = case when f.hour_began > ${now.subtract({ hours: 1 })} then f.hour_reads + 1 else 1 end,
        hour_began = case when f.hour_began > ${now.subtract({ hours: 1 })} then f.hour_began else ${now} end
      where f.token_hash = ${hashOf(token)} and f.ended_at is null
        and exists (select from staff s join membership m on m.staff_id = s.id where s.id = f.staff_id and s.active and m.role = f.role
          and m.from_day <= ${today} and (m.to_day is null or m.to_day >= ${today}))
      returning f.id, f.staff_id, f.role, f.hour_reads`.execute(db)
    const [row] = found.rows
    return row === undefined
      ? null
      : {
          feedId: row.id,
          staffId: row.staff_id,
          role: row.role,
          tooOften: row.hour_reads > mostAnHour,
        }
  })

interface ContactRow {
  readonly id: string
  readonly person_id: string
  readonly day: Temporal.PlainDate
  readonly starts_at: Temporal.Instant | null
  readonly minutes: number | null
  readonly purpose: ContactPurpose
  readonly mode: ContactMode
  readonly wing: string | null
  readonly recorded_at: Temporal.Instant
}

/** The contacts of a calendar, and of whom they are: for the audit log, not for the calendar. */
export interface CalendarContacts {
  readonly contacts: readonly CalendarContact[]
  readonly people: readonly string[]
}

/** A worker's contacts from two weeks back to twelve ahead: what was called off stands in no calendar. */
export const calendarContacts = async (tx: ReadTx, staffId: string): Promise<CalendarContacts> => {
  const found = await sql<ContactRow>`
    select c.id, c.person_id, c.day, c.starts_at, c.minutes, c.purpose, c.mode, c.recorded_at,
      case when w.status = 'in_custody' and (l.establishment_code is null or l.establishment_code = w.establishment_code) then l.wing end as wing
    from contact c left join whereabouts w on w.person_id = c.person_id left join location l on l.person_id = c.person_id
    where c.staff_id = ${staffId} and c.outcome in ('planned', 'kept', 'late')
      and c.day between ${tx.today.subtract({ days: 14 })} and ${tx.today.add({ days: 84 })}
    order by c.day, c.starts_at, c.id limit 1000`.execute(tx.db)
  return {
    contacts: found.rows.map(({ starts_at, recorded_at, ...row }) => ({
      ...row,
      startsAt: starts_at,
      changedAt: recorded_at,
    })),
    people: [...new Set(found.rows.map(({ person_id }) => person_id))],
  }
}

/** Since when the actor has a calendar address in the role they act in; null where they have none. */
export const myCalendar = async (
  tx: Pick<ReadTx, 'db'>,
  role: StaffRole,
): Promise<{ readonly id: string; readonly made_at: Temporal.Instant } | null> =>
  (await tx.db
    .selectFrom('calendar_feed')
    .select(['id', 'made_at'])
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst()) ?? null
