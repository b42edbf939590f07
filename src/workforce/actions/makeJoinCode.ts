import { hashOfJoinCode, readJoinCode } from '../../platform/auth/join-code.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { staffMember } from '../queries/staffMember.ts'

const daysOfCode = 7

/** Lets somebody choose their sign-in name and password with this code, once within seven days. Answers until when. */
export const makeJoinCode = async (
  tx: WriteTx,
  staffId: string,
  code: string,
): Promise<Result<Temporal.Instant>> => {
  const bare = readJoinCode(code)
  const again = refused('invalid', 'Open this page again for a new code')
  if (bare === null) return again
  if (tx.actor === null) return refused('forbidden', 'Somebody who keeps the account makes its code.')
  const member = await staffMember(tx, staffId)
  if (!member.ok) return member
  if (!member.value.whole)
    return refused(
      'invalid',
      'They hold a role whose account somebody else keeps. Ask the service administrator',
    )
  const expires_at = tx.now.add({ hours: 24 * daysOfCode })
  const made = await tx.db
    .insertInto('invitation')
    .values({
      id: tx.ids.next(),
      staff_id: staffId,
      code_hash: hashOfJoinCode(bare),
      made_by: tx.actor.staffId,
      made_at: tx.now,
      expires_at,
    })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 0n ? again : ok(expires_at)
}
