import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'

/** A few sentences that somebody agreed with their worker today; what was agreed before stays readable. Answers with its id. */
export const writeSummary = async (
  tx: WriteTx,
  summary: {
    readonly personId: string
    readonly by: { readonly serviceId: string; readonly staffId: string }
    readonly words: string
  },
): Promise<Result<string>> => {
  const locked = await tx.lock(summary.personId)
  if (!locked.ok) return locked
  const id = tx.ids.next()
  await tx.db
    .insertInto('agreed_summary')
    .values({
      id,
      person_id: summary.personId,
      recorded_under: summary.personId,
      service_id: summary.by.serviceId,
      words: summary.words,
      day: tx.today,
      recorded_by: summary.by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
