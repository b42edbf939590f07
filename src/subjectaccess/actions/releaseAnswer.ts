import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { How } from '../model.ts'
import type { AccessRequest } from '../queries/accessRequest.ts'

/** Lets the part leave that the actor may read. Refused while a passage of it waits, or where all of it has left. */
export const releaseAnswer = async (
  tx: WriteTx,
  request: AccessRequest,
  given: { readonly to: string; readonly how: How },
): Promise<Result<void>> => {
  if (request.undecided > 0)
    return refused(
      'invalid',
      `${request.undecided} marked passages wait for a decision: go through them first`,
    )
  const classes = request.mine.filter((each) => !request.left.includes(each))
  if (request.state !== 'in_review' || classes.length === 0)
    return refused('invalid', 'There is nothing that you could release: it has left, or is not gathered yet')
  await tx.db
    .insertInto('access_release')
    .values({
      id: tx.ids.next(),
      request_id: request.id,
      person_id: request.person_id,
      recorded_under: request.person_id,
      classes: sql`${classes}::record_class[]`,
      given_to: given.to,
      how: given.how,
      released_by: tx.actor?.staffId ?? '',
      recorded_at: tx.now,
    })
    .execute()
  await sql`select finish_release(${request.id}::uuid)`.execute(tx.db)
  return ok(undefined)
}
