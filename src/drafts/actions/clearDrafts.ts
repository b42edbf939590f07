import { appendAudit } from '../../platform/audit/append.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { startOfDay } from '../../platform/moments.ts'
import { draftsKept, settingNow } from '../../standards/index.ts'

/** Clears the drafts that nobody has touched for as many days as the setting says; answers how many, as the audit log does. */
export const clearDrafts = async (tx: WriteTx): Promise<number> => {
  const days = await settingNow(tx, draftsKept)
  const gone = await tx.db
    .deleteFrom('draft')
    .where('saved_at', '<', startOfDay(tx.today.subtract({ days: days - 1 })))
    .executeTakeFirst()
  const count = Number(gone.numDeletedRows)
  if (count > 0)
    await appendAudit(tx.db, {
      id: tx.ids.next(),
      at: tx.now,
      staffId: null,
      role: null,
      serviceIds: [],
      action: 'clear_drafts',
      outcome: 'done',
      people: [],
      subject: String(count),
      address: null,
      requestId: null,
      why: `Not touched for ${days} days`,
    })
  return count
}
