import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Appointment, RecordedBy } from '../model.ts'

/** What an appointment said until now stays readable. */
export const keepEarlierContact = async (
  tx: WriteTx,
  personId: string,
  was: Appointment,
  by: RecordedBy,
): Promise<void> => {
  await tx.db
    .insertInto('contact_change')
    .values({
      id: tx.ids.next(),
      contact_id: was.id,
      person_id: personId,
      recorded_under: personId,
      class: 'handover',
      service_id: by.serviceId,
      outcome: was.outcome,
      day: was.day,
      starts_at: was.at,
      words: was.words,
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
}
