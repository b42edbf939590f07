import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Came } from '../call.ts'
import { mostTries } from '../model.ts'
import { isWorthAgain } from '../rules.ts'

/** Records what came of a try. Answers whether it is to be tried again; if not, it was delivered or is given up. */
export const recordTry = async (
  db: WriteTx['db'],
  message: { readonly id: string; readonly tries: number },
  { cameOf, status }: Came,
  now: Temporal.Instant,
): Promise<boolean> => {
  const tries = message.tries + 1
  const again = isWorthAgain(cameOf) && tries < mostTries
  await db
    .updateTable('outbox')
    .set({
      tries,
      tried_at: now,
      came_of: cameOf,
      status,
      delivered_at: cameOf === 'taken' ? now : null,
      given_up_at: cameOf === 'taken' || again ? null : now,
    })
    .where('id', '=', message.id)
    .execute()
  return again
}
