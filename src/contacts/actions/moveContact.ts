import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { faultOfContactDay } from '../rules.ts'
import { type AskedBy, contactToChange, keepEarlier, type WhichContact } from './keepEarlier.ts'

export interface Moved extends WhichContact {
  readonly day: Temporal.PlainDate
  readonly startsAt: Temporal.Instant | null
  readonly place: string | null
  readonly askedBy: AskedBy
  readonly why: string | null
}

/** Moves a planned contact, with who asked and why; the day before stays in `contact_change`. Refuses a day that has passed. */
export const moveContact = async (tx: WriteTx, moved: Moved): Promise<Result<void>> => {
  const was = await contactToChange(tx, moved)
  if (!was.ok) return was
  if (was.value.outcome !== 'planned')
    return refused('invalid', 'It was already said what became of this contact: plan another', 'day')
  const fault = faultOfContactDay(moved.day, 'planned', tx.today)
  if (fault !== null) return refused('invalid', fault, 'day')
  await keepEarlier(tx, moved, was.value, { what: 'moved', askedBy: moved.askedBy, why: moved.why })
  await tx.db
    .updateTable('contact')
    .set({
      day: moved.day,
      starts_at: moved.startsAt,
      place: moved.place,
      version: was.value.version + 1,
    })
    .where('id', '=', moved.contactId)
    .execute()
  return ok(undefined)
}
