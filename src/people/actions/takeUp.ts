import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { asksTooOften, mostAnHour } from './connect.ts'

/** Who somebody is said to be, by those to whom they have come. */
export interface TakenUp {
  readonly number: string
  readonly birth: Temporal.PlainDate
  readonly familyName: string
  readonly serviceId: string
}

/**
 * Opens an episode of one's own with somebody whom no team works with now; answers with the person. Nothing of what
 * others recorded is opened. Refuses alike whatever does not fit, and after ten tries in an hour.
 */
export const takeUp = async (tx: WriteTx, given: TakenUp): Promise<Result<string>> => {
  if (await asksTooOften(tx))
    return refused('invalid', `You have asked ${mostAnHour} times within the hour. Ask again later`)
  const found = await sql<{ who: string | null }>`
    select take_up(${tx.ids.next()}::uuid, ${given.number}, ${given.birth}::date, ${given.familyName},
      ${given.serviceId}::uuid, ${tx.now}::timestamptz) as who`.execute(tx.db)
  const who = found.rows[0]?.who ?? null
  if (who === null)
    return refused(
      'invalid',
      'No record without a team fits all three. Check them with the person, or connect with whoever holds it',
      'number',
    )
  const locked = await tx.lock(who)
  return locked.ok ? ok(who) : locked
}
