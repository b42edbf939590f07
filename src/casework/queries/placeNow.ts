import { type RawBuilder, sql } from 'kysely'

/** The columns of a `PlaceRow`, beside the joins below. */
export const placeColumns: RawBuilder<unknown> = sql`w.status, w.establishment_code, e.name as establishment, l.wing, l.cell, w.since, w.released_on`

/** Where somebody is today: a wing and a cell only of the prison that holds them now, never of one that they left. */
export const placeNow = (person: RawBuilder<unknown>): RawBuilder<unknown> => sql`
      left join whereabouts w on w.person_id = ${person} left join establishment e on e.code = w.establishment_code
      left join location l on l.person_id = ${person} and w.status = 'in_custody'
        and (l.establishment_code is null or l.establishment_code = w.establishment_code)`
