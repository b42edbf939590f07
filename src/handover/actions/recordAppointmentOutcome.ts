import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { KnownOutcome, RecordedBy } from '../model.ts'
import { appointments } from '../queries/appointments.ts'
import { keepEarlierContact } from './keepEarlierContact.ts'
import { lockHandover } from './lockHandover.ts'

export interface AppointmentOutcome {
  readonly handoverId: string
  readonly by: RecordedBy
  readonly outcome: KnownOutcome
  readonly words: string | null
  /** The version that the form was made from; null where nobody looked at it first. */
  readonly version: number | null
}

/**
 * Says what became of the appointment that stands. Refuses where none is planned, before its day (it can only be
 * cancelled then), and `conflict` where a colleague has changed it meanwhile.
 */
export const recordAppointmentOutcome = async (
  tx: WriteTx,
  recorded: AppointmentOutcome,
): Promise<Result<void>> => {
  const handover = await lockHandover(tx, recorded.handoverId)
  if (!handover.ok) return handover
  const was = (await appointments(tx, recorded.handoverId)).find(({ outcome }) => outcome === 'planned')
  if (was === undefined) return refused('conflict', 'A colleague has recorded what became of it meanwhile.')
  if (recorded.version !== null && recorded.version !== was.version)
    return refused('conflict', 'A colleague has moved this appointment meanwhile.')
  const ahead = Temporal.PlainDate.compare(was.day, tx.today) > 0
  if (ahead && recorded.outcome !== 'cancelled_by_service')
    return refused('invalid', 'It is still to come. Until then it can only be cancelled', 'outcome')
  await keepEarlierContact(tx, handover.value.person_id, was, recorded.by)
  await tx.db
    .updateTable('contact')
    .set({
      outcome: recorded.outcome,
      words: recorded.words ?? was.words,
      staff_id: recorded.by.staffId,
      version: was.version + 1,
    })
    .where('id', '=', was.id)
    .execute()
  return ok(undefined)
}
