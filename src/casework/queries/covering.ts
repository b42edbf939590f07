import { type RawBuilder, sql } from 'kysely'

/** Of the aliases `c` (cover), `l` (its leave) and `a` (the allocation it stands in for): it counts on the day of the transaction. */
export const coversToday: RawBuilder<boolean> = sql`(greatest(c.from_day, l.from_day, a.from_day) <= (select today())
  and least(l.returns_on, c.to_day, a.to_day) > (select today()))`

/** Tables of a cover, under the aliases that `coversOn` reads. */
export const coverTables: RawBuilder<unknown> = sql`cover c join staff_leave l on l.id = c.leave_id join allocation a on a.id = c.allocation_id`
