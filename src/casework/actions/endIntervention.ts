import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { InterventionExit } from '../discharge.ts'
import type { RecordedBy } from '../model.ts'
import { faultOfPast } from '../rules.ts'

export interface InterventionEnd {
  readonly personId: string
  readonly interventionId: string
  readonly by: RecordedBy
  readonly day: Temporal.PlainDate
  readonly exit: InterventionExit
}

/** Ends one intervention of the service; when it is the last open one, the discharge is owed. */
export const endIntervention = async (tx: WriteTx, end: InterventionEnd): Promise<Result<void>> => {
  const locked = await tx.lock(end.personId)
  if (!locked.ok) return locked
  const found = await tx.db
    .selectFrom('intervention')
    .select(['started_on', 'ended_on'])
    .where('id', '=', end.interventionId)
    .where('person_id', '=', end.personId)
    .where('service_id', '=', end.by.serviceId)
    .executeTakeFirst()
  if (found === undefined) return refused('not_found', 'There is no such intervention in this service.')
  if (found.ended_on !== null)
    return refused('conflict', 'Somebody has ended this intervention already. Look at what it says now')
  if (Temporal.PlainDate.compare(end.day, found.started_on) < 0)
    return refused('invalid', 'It cannot end before it started. Check the day', 'day')
  const fault = faultOfPast(end.day, tx.today)
  if (fault !== null) return refused('invalid', fault, 'day')
  await tx.db
    .updateTable('intervention')
    .set({ ended_on: end.day, end_reason: end.exit, ended_by: end.by.staffId })
    .where('id', '=', end.interventionId)
    .execute()
  return ok(undefined)
}
