import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type PlaceRow, placeWords } from '../place-words.ts'

/** A safety flag that is up. `acct_post_closure`: the ACCT was closed, and its follow-up still runs. */
export interface HeaderFlag {
  readonly id: string
  readonly kind: 'see_with_another' | 'acct_open' | 'acct_post_closure' | 'allergy' | 'overdose_risk'
  readonly detail: string | null
}

/** Who a page is about, as far as its reader may know: for `PersonFrame`, and for what a page says of them. */
export interface PersonHeader {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfDeath: Temporal.PlainDate | null
  readonly sex: string | null
  readonly prisonNumber: string | null
  readonly interpreter: string | null
  readonly readingNeeds: string | null
  /** Of the person's row: for forms over it. */
  readonly version: number
  readonly place: PlaceRow
  /** "Leeds, C wing", "In the community since Wednesday 18 November". */
  readonly where: string
  /** The working release date; `warning` says what to check about it. Null where there is none. */
  readonly release: {
    readonly day: Temporal.PlainDate
    /** As recorded, before weekend, holiday and Friday rules. */
    readonly recorded: Temporal.PlainDate | null
    readonly type: string
    readonly warning: string | null
  } | null
  /** Null where the reader may not see safety flags at all. */
  readonly flags: readonly HeaderFlag[] | null
  /** The glass that this reader broke, while it is open; null where they see the person without. */
  readonly glass: OpenGlass | null
}

/** A record that is open to its reader for an emergency, until a moment. */
export interface OpenGlass {
  readonly id: string
  readonly closesAt: Temporal.Instant
  readonly minutesLeft: number
}

interface HeaderRow extends PlaceRow {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
  readonly date_of_birth: Temporal.PlainDate | null
  readonly date_of_death: Temporal.PlainDate | null
  readonly sex: string | null
  readonly interpreter: string | null
  readonly reading_needs: string | null
  readonly version: number
  readonly prison_number: string | null
  readonly working_release_date: Temporal.PlainDate | null
  readonly calculated_release_date: Temporal.PlainDate | null
  readonly release_date_type: string | null
  readonly release_date_warning: string | null
  readonly flags: readonly HeaderFlag[] | null
  readonly glass_id: string | null
  readonly glass_closes_at: Temporal.Instant | null
}

const glassOf = ({ glass_id, glass_closes_at }: HeaderRow, now: Temporal.Instant): OpenGlass | null =>
  glass_id === null || glass_closes_at === null
    ? null
    : {
        id: glass_id,
        closesAt: glass_closes_at,
        minutesLeft: Math.ceil(now.until(glass_closes_at).total('minutes')),
      }

const releaseOf = (row: HeaderRow): PersonHeader['release'] =>
  row.working_release_date === null || row.release_date_type === null
    ? null
    : {
        day: row.working_release_date,
        recorded: row.calculated_release_date,
        type: row.release_date_type,
        warning: row.release_date_warning,
      }

const headerOf = (row: HeaderRow, { today, now }: Pick<ReadTx, 'today' | 'now'>): PersonHeader => ({
  id: row.id,
  givenName: row.given_name,
  familyName: row.family_name,
  knownAs: row.known_as,
  dateOfBirth: row.date_of_birth,
  dateOfDeath: row.date_of_death,
  sex: row.sex,
  prisonNumber: row.prison_number,
  interpreter: row.interpreter,
  readingNeeds: row.reading_needs,
  version: row.version,
  place: row,
  where: placeWords(row, today),
  release: releaseOf(row),
  flags: row.flags,
  glass: glassOf(row, now),
})

/**
 * Who somebody is, where they are and what keeps them safe, in one query.
 * Refuses `not_found` for whom this reader may not see, as for whom nobody knows.
 */
export const personHeader = async (tx: ReadTx, personId: string): Promise<Result<PersonHeader>> => {
  const found = await sql<HeaderRow>`
    select p.id, p.given_name, p.family_name, p.known_as, p.date_of_birth, p.date_of_death, p.sex, p.interpreter,
      p.reading_needs, p.version, n.value as prison_number,
      w.status, w.establishment_code, e.name as establishment, l.wing, l.cell, w.since, w.released_on,
      w.working_release_date, w.calculated_release_date, w.release_date_type, w.release_date_warning,
      case when 'safety' = any (actor_reads()) then coalesce(
        (select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'detail', f.detail) order by f.kind, f.recorded_at)
          from safety_flag f where f.person_id = p.id and f.ended_at is null), '[]') end as flags,
      open.id as glass_id, open.closes_at as glass_closes_at
    from person p
      left join whereabouts w on w.person_id = p.id
      left join establishment e on e.code = w.establishment_code
      left join location l on l.person_id = p.id and (l.establishment_code is null or l.establishment_code = w.establishment_code)
      left join lateral (
        select i.value from identifier i where i.person_id = p.id and i.type = 'prison_number'
        order by i.alias, i.recorded_at desc, i.id desc limit 1) n on true
      left join lateral (
        select g.id, g.closes_at from glass g where g.person_id = p.id and g.person_id = any (actor_glass()) and g.staff_id = actor_id()
          and g.role = actor_role() and g.closed_at is null and g.closes_at > actor_now() limit 1) open on true
    where p.id = ${personId} and p.merged_into is null`.execute(tx.db)
  const [row] = found.rows
  return row === undefined ? refused('not_found', 'There is no such person.') : ok(headerOf(row, tx))
}
