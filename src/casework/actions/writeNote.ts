import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'

/** Words about somebody, in a class that decides who sees them. */
export interface NewNote {
  readonly personId: string
  readonly serviceId: string
  readonly recordClass: RecordClass
  /** The day it is about. */
  readonly day: Temporal.PlainDate
  readonly words: string
  /** The note that these words replace; it stays readable. */
  readonly amends: string | null
}

/** Writes a note; answers with its id. The person is locked already. Refuses a day to come. */
export const writeNote = async (tx: WriteTx, note: NewNote): Promise<Result<string>> => {
  if (Temporal.PlainDate.compare(note.day, tx.today) > 0)
    return refused('invalid', 'Enter a day that is not in the future', 'day')
  const id = tx.ids.next()
  await tx.db
    .insertInto('note')
    .values({
      id,
      person_id: note.personId,
      recorded_under: note.personId,
      class: note.recordClass,
      service_id: note.serviceId,
      day: note.day,
      words: note.words,
      amends: note.amends,
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
