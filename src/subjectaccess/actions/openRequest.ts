import type { Nation } from '../../directory/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { AskedBy } from '../model.ts'
import { dueOn } from '../rules.ts'

export interface NewRequest {
  readonly personId: string
  readonly service: { readonly id: string; readonly nation: Nation }
  readonly askedBy: AskedBy
  readonly askedName: string
  readonly identityChecked: string
  readonly askedOn: Temporal.PlainDate
  /** Who reviews the safeguarding part: never whoever opens the request. */
  readonly reviewerId: string
}

/** Opens a request and has everything gathered by a job; answers with its id. The person is locked already. */
export const openRequest = async (tx: WriteTx, given: NewRequest): Promise<Result<string>> => {
  const by = tx.actor?.staffId ?? ''
  if (Temporal.PlainDate.compare(given.askedOn, tx.today) > 0)
    return refused('invalid', 'Enter a day that is not in the future', 'asked')
  if (given.reviewerId === by) return refused('invalid', 'Choose somebody other than yourself', 'reviewer')
  const id = tx.ids.next()
  const about = { person_id: given.personId, recorded_under: given.personId, recorded_at: tx.now }
  await tx.db
    .insertInto('access_request')
    .values({
      ...about,
      id,
      service_id: given.service.id,
      asked_by: given.askedBy,
      asked_name: given.askedName,
      identity_checked: given.identityChecked,
      asked_on: given.askedOn,
      due_on: dueOn(given.askedOn, given.service.nation),
      state: 'gathering',
      recorded_by: by,
    })
    .execute()
  await tx.db
    .insertInto('access_reviewer')
    .values({ ...about, request_id: id, staff_id: given.reviewerId, class: 'safeguarding', named_by: by })
    .execute()
  await enqueue(tx.db, 'gather_access', { requestId: id })
  return ok(id)
}
