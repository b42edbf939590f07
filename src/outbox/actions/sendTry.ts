import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'

/** Sends a message that says that it is a try. */
export const sendTry = async (tx: WriteTx, organisationId: string): Promise<void> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('outbox')
    .values({ id, topic: 'try', organisation_id: organisationId, recorded_at: tx.now })
    .execute()
  await enqueue(tx.db, 'deliver_outside', { id })
}
