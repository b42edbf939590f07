import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { AccessRequest } from '../queries/accessRequest.ts'
import { dueOn, whyNotExtended } from '../rules.ts'

export interface Extension {
  readonly furtherMonths: 1 | 2
  /** As the person is told it. */
  readonly why: string
  readonly toldOn: Temporal.PlainDate
  readonly toldHow: string
}

const over = 'This request has been answered, taken back or extended since you opened the page.'

/** Gives a request up to two further months, once; answers with the new day. Refused where the law gives none. */
export const extendRequest = async (
  tx: WriteTx,
  request: AccessRequest,
  given: Extension,
): Promise<Result<Temporal.PlainDate>> => {
  const whyNot = whyNotExtended(request, tx.today)
  if (whyNot !== null) return refused('invalid', whyNot)
  if (Temporal.PlainDate.compare(given.toldOn, tx.today) > 0)
    return refused('invalid', 'Tell them first: enter a day that is not in the future', 'told')
  if (Temporal.PlainDate.compare(given.toldOn, request.asked_on) < 0)
    return refused('invalid', 'Enter a day after the request was made', 'told')
  const due = dueOn(request.asked_on, request.nation, given.furtherMonths === 1 ? 2 : 3)
  const done = await tx.db
    .updateTable('access_request')
    .set({
      due_on: due,
      extended_why: given.why,
      extended_by: tx.actor?.staffId ?? null,
      extended_at: tx.now,
      told_on: given.toldOn,
      told_how: given.toldHow,
    })
    .where('id', '=', request.id)
    .where('extended_by', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 0n ? refused('invalid', over) : ok(due)
}
