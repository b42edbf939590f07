import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { storedAnswers } from '../answers.ts'
import type { Answers } from '../model.ts'

/** One filling in of a short form: who, when, and what was said. */
export interface FactVersion {
  readonly id: string
  readonly kind: string
  readonly day: Temporal.PlainDate
  readonly serviceId: string | null
  readonly service: string | null
  readonly by: string | null
  readonly recordedAt: Temporal.Instant
  readonly answers: Answers
}

interface Row extends Omit<FactVersion, 'answers'> {
  readonly answers: unknown
}

/**
 * A record and every version of it, the one that stands first. Any version's id finds all of them.
 * Refuses `not_found` for what this reader may not see.
 */
export const factRecord = async (
  tx: ReadTx,
  personId: string,
  factId: string,
): Promise<Result<readonly [FactVersion, ...FactVersion[]]>> => {
  const found = await sql<Row>`
    with recursive
      back as (
        select f.id, f.amends from fact f where f.id = ${factId} and f.person_id = ${personId}
        union select f.id, f.amends from fact f join back b on f.id = b.amends),
      forth as (
        select b.id, 0 as nth from back b where not exists (select from fact before where before.id = b.amends)
        union select f.id, forth.nth + 1 from fact f join forth on f.amends = forth.id)
    select f.id, f.kind, f.day, f.service_id as "serviceId", s.name as service, t.full_name as by, f.recorded_at as "recordedAt", f.answers
    from forth join fact f on f.id = forth.id
      left join service s on s.id = f.service_id left join staff t on t.id = f.recorded_by
    where f.person_id = ${personId}
    order by forth.nth desc limit 50`.execute(tx.db)
  const [first, ...earlier] = found.rows.map((row) => ({ ...row, answers: storedAnswers.parse(row.answers) }))
  return first === undefined ? refused('not_found', 'There is no such record.') : ok([first, ...earlier])
}
