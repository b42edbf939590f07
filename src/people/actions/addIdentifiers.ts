import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { Identifier } from '../model.ts'

export type NewNumber = Pick<Identifier, 'kind' | 'value'>

/** Whether any record, also one that the actor may not see, carries one of these numbers. */
export const isNumberKnown = async (
  tx: Pick<WriteTx, 'db'>,
  numbers: readonly NewNumber[],
): Promise<boolean> => {
  if (numbers.length === 0) return false
  const found = await sql<{ known: boolean }>`
    select number_is_known(${numbers.map(({ value }) => value)}::text[]) as known`.execute(tx.db)
  return found.rows[0]?.known === true
}

/** Most numbers of other records that one member of staff meets in an hour by adding them. */
const mostKnownAnHour = 10

/** Refuses whoever met so many numbers of other records within the hour that they may be guessing. */
export const mayAddNumbers = async (tx: WriteTx, field: string): Promise<Result<void>> => {
  const met = await sql<{ times: number }>`
    select known_numbers_met_since(${tx.now.subtract({ hours: 1 })}::timestamptz) as times`.execute(tx.db)
  return (met.rows[0]?.times ?? 0) < mostKnownAnHour
    ? ok(undefined)
    : refused(
        'invalid',
        `You tried ${mostKnownAnHour} numbers within the hour that were not to be added. Add this one later, or ring whoever holds the record`,
        field,
      )
}

/**
 * Adds numbers, checked already, to somebody; what the feed said of them before is applied after the commit.
 * The person is locked already. Refuses a number that a record has.
 */
export const addIdentifiers = async (
  tx: WriteTx,
  personId: string,
  numbers: readonly NewNumber[],
  source: string,
): Promise<Result<void>> => {
  if (await isNumberKnown(tx, numbers))
    return refused(
      'invalid',
      'A record has this number already. If it is another record of the same person, connect with whoever holds it',
      'value',
    )
  if (numbers.length === 0) return ok(undefined)
  await tx.db
    .insertInto('identifier')
    .values(
      numbers.map(({ kind, value }) => ({
        id: tx.ids.next(),
        person_id: personId,
        recorded_under: personId,
        type: kind,
        value,
        source,
        recorded_at: tx.now,
      })),
    )
    .execute()
  await enqueue(tx.db, 'apply_what_waited', { personId })
  return ok(undefined)
}
