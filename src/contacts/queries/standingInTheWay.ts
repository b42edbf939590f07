import { sql } from 'kysely'
import { type PersonHeader, personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { dayNumber } from '../../platform/day.ts'
import { type Booking, clashesOf, type Proposed, usualMinutes } from '../clashes.ts'
import { type ContactPurpose, purposeWords } from '../model.ts'
import { regimes } from './regimes.ts'

interface BookedRow {
  readonly theirs: boolean
  readonly name: string
  readonly starts_at: Temporal.Instant
  readonly minutes: number | null
  readonly purpose: ContactPurpose
  readonly service: string
}

interface About {
  readonly person: PersonHeader
  readonly staffId: string | null
  readonly proposed: Proposed
  /** The contact that is being moved. */
  readonly except: string | null
}

const bookedOn = async (
  tx: Pick<ReadTx, 'db'>,
  { person, staffId, proposed, except }: About,
): Promise<readonly BookedRow[]> => {
  const found = await sql<BookedRow>`
    select c.person_id = ${person.id} as theirs, p.given_name || ' ' || p.family_name as name, c.starts_at, c.minutes, c.purpose, s.name as service
    from contact c join person p on p.id = c.person_id join service s on s.id = c.service_id
    where c.outcome = 'planned' and c.starts_at is not null and c.id is distinct from ${except}
      and ((c.person_id = ${person.id} and c.day = ${proposed.day}) or (c.staff_id = ${staffId} and c.day = ${proposed.day}))
    order by c.starts_at limit 50`.execute(tx.db)
  return found.rows
}

const booking =
  (name: string) =>
  ({ theirs, name: other, starts_at, minutes, purpose, service }: BookedRow): Booking => ({
    startsAt: starts_at,
    minutes: minutes ?? usualMinutes,
    words: theirs
      ? `${name} already has: ${purposeWords[purpose].toLowerCase()}, ${service},`
      : `You already meet ${other}`,
  })

const isDueAtCourt = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  day: Temporal.PlainDate,
): Promise<boolean> => {
  const found = await sql`select from fact f where f.person_id = ${personId} and f.kind = 'court_date'
    and (f.reading ->> 'courtDay')::integer = ${dayNumber(day)}
    and not exists (select from fact later where later.amends = f.id)`.execute(tx.db)
  return found.rows.length > 0
}

/** What speaks against booking somebody then, as far as this reader may know of it: in words, none where nothing does. */
export const standingInTheWay = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  about: About,
): Promise<readonly string[]> => {
  const { person, proposed } = about
  const inside = person.place.status === 'in_custody' ? person.place.establishment_code : null
  return clashesOf(
    proposed,
    {
      bookings: (await bookedOn(tx, about)).map(booking(personName(person))),
      regime: inside === null ? [] : ((await regimes(tx, [inside]))[0]?.times ?? []),
      day: {
        releaseDay: inside === null ? null : (person.release?.day ?? null),
        atCourt: await isDueAtCourt(tx, person.id, proposed.day),
      },
    },
    tx.today,
  )
}
