import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { type PlaceRow, placeWords } from '../place-words.ts'
import type { Search } from '../search-words.ts'

/** One person of a list: enough to be told apart. */
export interface ListedPerson {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly prisonNumber: string | null
  readonly where: string
  readonly leaves: Temporal.PlainDate | null
  /** The last incident that this reader may see; null where there is none, or where it was not asked for. */
  readonly lastIncident: Temporal.PlainDate | null
  /** How well they fit the names searched by, from 0 to 1. */
  readonly likeness: number
}

export type WherePart = 'custody' | 'community'

/** At most fifty people, and how many there are in all. */
export interface PeoplePage {
  readonly people: readonly ListedPerson[]
  readonly total: number
}

interface Row extends PlaceRow {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly date_of_birth: Temporal.PlainDate | null
  readonly prison_number: string | null
  readonly working_release_date: Temporal.PlainDate | null
  readonly last_incident: Temporal.PlainDate | null
  readonly likeness: number
  readonly total: number
}

const pageSize = 50

const within = (part: WherePart | null): RawBuilder<unknown> => {
  if (part === 'custody')
    return sql`w.status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit')`
  return part === 'community' ? sql`w.status = 'in_community'` : sql`true`
}

const columns = sql`p.id, p.given_name, p.family_name, p.known_as, p.date_of_birth, n.value as prison_number,
  w.status, w.establishment_code, e.name as establishment, l.wing, l.cell, w.since, w.released_on, w.working_release_date, f.likeness,
  count(*) over () as total`

const joined = sql`join person p on p.id = f.person_id and p.merged_into is null
  left join whereabouts w on w.person_id = p.id
  left join establishment e on e.code = w.establishment_code
  left join location l on l.person_id = p.id and (l.establishment_code is null or l.establishment_code = w.establishment_code)
  left join lateral (
    select i.value from identifier i where i.person_id = p.id and i.type = 'prison_number'
    order by i.alias, i.recorded_at desc, i.id desc limit 1) n on true`

const listed = (row: Row, today: Temporal.PlainDate): ListedPerson => ({
  id: row.id,
  givenName: row.given_name,
  familyName: row.family_name,
  knownAs: row.known_as,
  dateOfBirth: row.date_of_birth,
  prisonNumber: row.prison_number,
  where: placeWords(row, today),
  leaves: row.working_release_date,
  lastIncident: row.last_incident,
  likeness: row.likeness,
})

const pageOf = (rows: readonly Row[], today: Temporal.PlainDate): PeoplePage => ({
  people: rows.map((row) => listed(row, today)),
  total: rows[0]?.total ?? 0,
})

/** The people that a search finds among those this actor works with, the most alike first; at most fifty. */
export const searchPeople = async (
  tx: ReadTx,
  search: Search,
  part: WherePart | null,
): Promise<PeoplePage> => {
  const found = await sql<Row>`
    select ${columns}, null::date as last_incident
    from search_people(${search.names}, ${search.number?.value ?? null}, ${search.birth}::date, 100) f ${joined}
    where ${within(part)} order by f.likeness desc, p.family_name, p.given_name, p.id limit ${pageSize}`.execute(
    tx.db,
  )
  return pageOf(found.rows, tx.today)
}

/** The people whom this member of staff is named for now, by family name; `page` from 1. */
export const ownPeople = async (tx: ReadTx, part: WherePart | null, page: number): Promise<PeoplePage> => {
  const found = await sql<Row>`
    select ${columns}, h.day as last_incident
    from (select distinct i.person_id, 1::real as likeness from involvement i where i.ground in ('named', 'cover') and i.staff_id = actor_id() and (i.until is null or i.until >= today())) f ${joined}
      left join lateral (
        select x.day from fact x where x.person_id = p.id and x.kind = 'incident'
          and not exists (select from fact later where later.amends = x.id) order by x.day desc limit 1) h on true
    where ${within(part)} order by p.family_name, p.given_name, p.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx.db)
  return pageOf(found.rows, tx.today)
}
