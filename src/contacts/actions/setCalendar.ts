import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { hashOf } from '../../platform/secrets.ts'

/** Turns off the address that the actor's calendar had in a role; answers whether there was one. */
export const turnOffCalendar = async (tx: WriteTx, role: StaffRole): Promise<boolean> => {
  const ended = await tx.db
    .updateTable('calendar_feed')
    .set({ ended_at: tx.now })
    .where('staff_id', '=', tx.actor?.staffId ?? null)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/**
 * Puts the actor's calendar under a new secret address; the one before ends. Only the secret's hash is kept.
 * Refuses a secret that is not one of ours, or that was an address already.
 */
export const turnOnCalendar = async (
  tx: WriteTx,
  feed: { readonly role: StaffRole; readonly token: string },
): Promise<Result<void>> => {
  const again = refused('invalid', 'Open this page again to get a new address', 'token')
  if (!/^[\w-]{43}$/.test(feed.token) || tx.actor === null) return again
  await turnOffCalendar(tx, feed.role)
  const made = await tx.db
    .insertInto('calendar_feed')
    .values({
      id: tx.ids.next(),
      staff_id: tx.actor.staffId,
      role: feed.role,
      token_hash: hashOf(feed.token),
      made_at: tx.now,
    })
    .onConflict((known) => known.column('token_hash').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 0n ? again : ok(undefined)
}
