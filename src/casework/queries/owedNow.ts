import { type RawBuilder, sql } from 'kysely'
import type { PlaceRow } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { PackId } from '../../standards/model.ts'
import { placeColumns, placeNow } from './placeNow.ts'
import {
  coveringFor,
  isForReader,
  isNamedFor,
  isOpen,
  namedByTeam,
  type Reader,
  teamServices,
} from './team.ts'

/** One obligation on a list, with whom it is owed to. */
export interface OwedRow extends PlaceRow {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly key: string
  readonly standard: string
  readonly pack: PackId
  readonly opens_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly subject_id: string | null
  /** Whose worker is away while the reader covers; null where they do not. */
  readonly covering_for: string | null
}

interface NowRow extends OwedRow {
  readonly overdue: number
  readonly due_today: number
}

export interface OwedNow {
  readonly rows: readonly OwedRow[]
  readonly overdue: number
  readonly today: number
}

/** How many people *Do now* shows; the rest is on the list behind it. */
const peopleShown = 8

/** What cannot wait for the day it is due: with each day that passes another service has less time to answer. */
const atOnce = ['another_service']

/** As two reads, each by its own index: joined by "or" they would read all that a service owes. */
const dueOrAtOnce = (today: Temporal.PlainDate): RawBuilder<unknown> => sql`(
  select * from obligation where due_on <= ${today}
  union all select * from obligation where due_on > ${today} and standard = any (${atOnce}::text[]))`

/**
 * What the reader and their team owe by today, or at once: the reader's own first, then overdue first, everything of a
 * person together; the first few people, and how much there is in all. What recurs and was missed several
 * times is one thing to do: its oldest stands for it.
 */
export const owedNow = async (tx: ReadTx, reader: Reader): Promise<OwedNow> => {
  const found = await sql<NowRow>`
    with owed as materialized (
      select distinct on (o.person_id, o.standard, o.subject_id) o.person_id, o.key, o.standard, o.pack, o.opens_on, o.due_on, o.subject_id, o.owner_role
      from ${dueOrAtOnce(tx.today)} o
      where o.service_id = any (${teamServices(reader)}) and ${isOpen(tx.today)}
        and ${isForReader(reader)}
      order by o.person_id, o.standard, o.subject_id, o.due_on),
    named as materialized (${namedByTeam(reader, sql`array(select person_id from owed)`)}),
    people as (
      select o.person_id, bool_or(${isNamedFor(reader)}) as mine, min(o.due_on) as due_on
      from owed o left join named on named.person_id = o.person_id
      group by o.person_id order by 2 desc, 3, 1 limit ${peopleShown})
    select owed.*, p.given_name, p.family_name, p.known_as, ${placeColumns}, ${coveringFor(reader, sql`people.person_id`)} as covering_for,
      (select count(*) from owed where due_on < ${tx.today}) as overdue,
      (select count(*) from owed where due_on = ${tx.today}) as due_today
    from people join owed on owed.person_id = people.person_id
      join person p on p.id = people.person_id ${placeNow(sql`people.person_id`)}
    order by people.mine desc, people.due_on, people.person_id, owed.due_on, owed.key`.execute(tx.db)
  const [first] = found.rows
  return { rows: found.rows, overdue: first?.overdue ?? 0, today: first?.due_today ?? 0 }
}
