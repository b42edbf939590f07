import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { departure } from '../queries/departure.ts'
import { recordPackFact } from './recordPackFact.ts'

/** A team leader ends the follow-up of somebody who left, with a reason. Refuses while they are in custody. */
export const closeFollowUp = async (
  tx: WriteTx,
  closed: { readonly personId: string; readonly by: RecordedBy; readonly why: string },
): Promise<Result<string>> => {
  const left = await departure(tx, closed.personId)
  if (!left?.released) return refused('invalid', 'They have not left, so there is no follow-up to close')
  return recordPackFact(tx, {
    personId: closed.personId,
    by: closed.by,
    kind: 'follow_up_closed',
    recordClass: 'handover',
    answers: { why: closed.why },
    reading: {},
  })
}
