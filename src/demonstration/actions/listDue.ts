import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import type { World } from '../world.ts'

/** What is due to go has been listed by Tessa, and waits for somebody else who keeps the organisation's records: Ada. */
export const listDue = async (tx: WriteTx, { staff, services }: World): Promise<void> => {
  const leeds = await tx.db
    .selectFrom('service')
    .select('organisation_id')
    .where('id', '=', services.leeds)
    .executeTakeFirstOrThrow()
  const id = tx.ids.next()
  await tx.db
    .insertInto('disposal_run')
    .values({
      id,
      organisation_id: leeds.organisation_id,
      as_of: tx.today,
      state: 'listing',
      made_by: staff['demo.tessa'],
      made_at: tx.now,
    })
    .execute()
  await enqueue(tx.db, 'list_disposal', { runId: id })
}
