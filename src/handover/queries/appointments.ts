import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Appointment } from '../model.ts'

/** The first appointments of a hand-over, the newest first: those kept, missed and still to come. */
export const appointments = async (
  tx: Pick<ReadTx, 'db'>,
  handoverId: string,
): Promise<readonly Appointment[]> => {
  const rows = await tx.db
    .selectFrom('contact')
    .select(['id', 'service_id', 'day', 'starts_at', 'place', 'outcome', 'words', 'version'])
    .where('handover_id', '=', handoverId)
    .where('purpose', '=', 'appointment')
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    day: row.day,
    at: row.starts_at,
    place: row.place,
    outcome: row.outcome,
    words: row.words,
    version: row.version,
  }))
}
