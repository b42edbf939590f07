import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { dateWords } from '../../platform/ui/dates.ts'
import { releaseDatesOf } from '../queries/releaseDates.ts'
import type { ReleaseDateType } from '../release-date-types.ts'
import { type WorkingReleaseDate, workingReleaseDate } from '../release-dates.ts'

export interface ReleaseDateByHand {
  readonly personId: string
  readonly name: string
  readonly type: ReleaseDateType
  /** Null withdraws the type. */
  readonly date: Temporal.PlainDate | null
  /** Who said so. */
  readonly source: string
  readonly serviceId: string
}

/** What the working date was and what it is now. */
export interface DateChanged {
  readonly before: WorkingReleaseDate | null
  readonly after: WorkingReleaseDate | null
}

const dayOf = (working: WorkingReleaseDate | null): string => working?.day.toString() ?? ''

const tellOfMove = async (
  tx: WriteTx,
  given: ReleaseDateByHand,
  after: WorkingReleaseDate | null,
): Promise<void> => {
  const to = after === null ? 'no date is known now' : `it is now ${dateWords(after.day, tx.today)}`
  await sql`select tell_involved(${given.personId}, 'date_moved', ${`The release date of ${given.name} has moved: ${to}.`},
    ${tx.now}::timestamptz)`.execute(tx.db)
}

/**
 * Adds to what was said of somebody's release; nothing said before is thrown away. The person is locked already.
 * Refuses a date before they came in, and withdrawing what does not stand.
 */
export const recordReleaseDateByHand = async (
  tx: WriteTx,
  given: ReleaseDateByHand,
): Promise<Result<DateChanged>> => {
  const { personId, type, date, source, serviceId } = given
  const { entries, context } = await releaseDatesOf(tx, personId)
  if (date !== null && context.since !== null && Temporal.PlainDate.compare(date, context.since) < 0)
    return refused(
      'invalid',
      `Enter a date after they came in, on ${dateWords(context.since, tx.today)}`,
      'date',
    )
  const stands = entries.find((entry) => entry.type === type)
  if (date === null && (stands === undefined || stands.date === null))
    return refused(
      'invalid',
      'There is no such date to withdraw: choose another type, or enter a date',
      'type',
    )
  const id = tx.ids.next()
  await tx.db
    .insertInto('release_date')
    .values({
      id,
      person_id: personId,
      recorded_under: personId,
      service_id: serviceId,
      type,
      date,
      source,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  const before = workingReleaseDate(entries, context)
  const after = workingReleaseDate([...entries, { type, date, source, recordedAt: tx.now }], context)
  if (dayOf(before) !== dayOf(after)) await tellOfMove(tx, given, after)
  return ok({ before, after })
}
