import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

/** Tells the other side of a hand-over, privately, what became of it. */
export const giveNotice = async (
  tx: WriteTx,
  notice: {
    readonly personId: string
    readonly toServiceId: string
    readonly kind: 'handover_accepted' | 'handover_declined'
    readonly words: string
  },
): Promise<void> => {
  const { personId, toServiceId, kind, words } = notice
  await sql`select give_notice(${tx.ids.next()}, ${personId}, ${toServiceId}, ${kind}, ${words}, ${tx.now.toString()}::timestamptz)`.execute(
    tx.db,
  )
}
