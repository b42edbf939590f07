import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { NoteClass } from '../model.ts'

/** A class that the actor may add notes to, and whether they will read them again. */
export interface WritableClass {
  readonly class: NoteClass
  readonly reads: boolean
}

/** The classes in which the actor may write notes, as the access table has it. */
export const writableClasses = async (tx: Pick<ReadTx, 'db'>): Promise<readonly WritableClass[]> => {
  const found = await sql<WritableClass>`
    select class, may_read as reads from class_right
    where role = actor_role() and (may_write or may_raise) and class in ('recovery', 'clinical', 'key_work', 'safeguarding')
    order by class`.execute(tx.db)
  return found.rows
}

/** One version of a note. */
export interface NoteVersion {
  readonly id: string
  readonly class: NoteClass
  readonly day: Temporal.PlainDate
  readonly words: string
  readonly names_others: boolean
  readonly contact_id: string | null
  readonly by: string | null
  readonly service: string
  readonly recorded_at: Temporal.Instant
}

/**
 * A note with every version of it, newest first, whichever of them is asked for.
 * Refuses `not_found` for what this reader may not see.
 */
export const noteVersions = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  noteId: string,
): Promise<Result<readonly [NoteVersion, ...NoteVersion[]]>> => {
  const found = await sql<NoteVersion>`
    with recursive back as (
      select n.id, n.amends from note n where n.id = ${noteId} and n.person_id = ${personId}
      union select n.id, n.amends from note n join back on n.id = back.amends
    ), forth as (
      select id from back union select n.id from note n join forth on n.amends = forth.id
    )
    select n.id, n.class, n.day, n.words, n.names_others, n.contact_id, t.full_name as by, s.name as service, n.recorded_at
    from note n join service s on s.id = n.service_id left join staff t on t.id = n.recorded_by
    where n.id in (select id from forth) order by n.recorded_at desc, n.id desc`.execute(tx.db)
  const [newest, ...earlier] = found.rows
  return newest === undefined ? refused('not_found', 'There is no such note.') : ok([newest, ...earlier])
}
