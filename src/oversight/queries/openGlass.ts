import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** A glass that somebody broke and that is open now. */
export interface Glass {
  readonly id: string
  readonly person_id: string
  readonly closes_at: Temporal.Instant
}

/** The actor's own open glass; refuses `not_found` for another's, and for one that is closed. */
export const openGlass = async (tx: ReadTx, staffId: string, glassId: string): Promise<Result<Glass>> => {
  const glass = await tx.db
    .selectFrom('glass')
    .select(['id', 'person_id', 'closes_at'])
    .where('id', '=', glassId)
    .where('staff_id', '=', staffId)
    .where('closed_at', 'is', null)
    .where('closes_at', '>', tx.now)
    .executeTakeFirst()
  return glass === undefined ? refused('not_found', 'This is not open any more.') : ok(glass)
}
