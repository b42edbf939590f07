import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { isOpen } from '../model.ts'
import type { AccessRequest } from '../queries/accessRequest.ts'

const over = 'This request is over: it was answered, or taken back before.'

/** Closes a request that was taken back; what was copied for it is deleted in the night. Refused once it is over. */
export const withdrawRequest = async (
  tx: WriteTx,
  request: AccessRequest,
  given: { readonly on: Temporal.PlainDate; readonly how: string },
): Promise<Result<void>> => {
  if (!isOpen(request.state)) return refused('invalid', over)
  if (Temporal.PlainDate.compare(given.on, tx.today) > 0)
    return refused('invalid', 'Enter a day that is not in the future', 'withdrawn')
  if (Temporal.PlainDate.compare(given.on, request.asked_on) < 0)
    return refused('invalid', 'Enter a day after the request was made', 'withdrawn')
  const done = await tx.db
    .updateTable('access_request')
    .set({
      state: 'withdrawn',
      withdrawn_on: given.on,
      withdrawn_how: given.how,
      withdrawn_by: tx.actor?.staffId ?? null,
      withdrawn_at: tx.now,
    })
    .where('id', '=', request.id)
    .where('state', 'in', ['gathering', 'in_review'])
    .executeTakeFirst()
  return done.numUpdatedRows === 0n ? refused('invalid', over) : ok(undefined)
}
