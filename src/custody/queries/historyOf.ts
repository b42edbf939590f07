import { sql } from 'kysely'
import type { IdentifierKind } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { MovementSource, MovementType } from '../model.ts'

/** One movement as it was told, also one that was set aside. */
export interface ToldMove {
  readonly id: string
  readonly type: MovementType
  readonly at: Temporal.Instant
  readonly day: Temporal.PlainDate
  readonly time_known: boolean
  readonly prison: string | null
  readonly source: MovementSource
  readonly by: string | null
  readonly set_aside: boolean
  readonly set_aside_why: string | null
  readonly message_id: string | null
}

/** The movements of one person, newest first, at most 500. */
export const movesOf = async (tx: ReadTx, personId: string): Promise<readonly ToldMove[]> => {
  const found = await sql<ToldMove>`
    select m.id, m.type, m.at, m.day, m.time_known, coalesce(e.name, m.establishment_code) as prison, m.source, t.full_name as by,
      m.set_aside, f.set_aside_why, m.message_id
    from movement m left join establishment e on e.code = m.establishment_code left join staff t on t.id = m.recorded_by
      left join feed_message f on f.id = m.message_id
    where m.person_id = ${personId} order by m.at desc, m.id desc limit 500`.execute(tx.db)
  return found.rows
}

/** A number somebody is or was known by. */
export interface HeldNumber {
  readonly type: IdentifierKind
  readonly value: string
  readonly alias: boolean
  readonly source: string
  readonly recorded_at: Temporal.Instant
}

export const numbersOf = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly HeldNumber[]> => {
  const found = await sql<HeldNumber>`
    select type, value, alias, source, recorded_at from identifier where person_id = ${personId}
    order by alias, type, recorded_at, id limit 100`.execute(tx.db)
  return found.rows
}

/** Two records that were found to be one person, and by which numbers the other was known. */
export interface Joined {
  readonly id: string
  readonly merged_at: Temporal.Instant
  readonly by: string | null
  readonly numbers: readonly string[]
  readonly undone_at: Temporal.Instant | null
  readonly undone_by: string | null
  readonly undone_why: string | null
}

export const mergesOf = async (tx: ReadTx, personId: string): Promise<readonly Joined[]> => {
  const found = await sql<Joined>`
    select g.id, g.merged_at, t.full_name as by, g.undone_at, u.full_name as undone_by, g.undone_why,
      coalesce((select json_agg(i.value order by i.value) from identifier i where i.person_id = g.survivor_id and i.recorded_under = g.merged_id), '[]') as numbers
    from person_merge g left join staff t on t.id = g.merged_by left join staff u on u.id = g.undone_by
    where g.survivor_id = ${personId} order by g.merged_at desc, g.id desc limit 50`.execute(tx.db)
  return found.rows
}
