import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { enqueue } from '../../platform/jobs/task.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { keptOrganisations } from '../queries/disposalLog.ts'

/** Begins a run: a job makes its list. Answers with its id. Refuses an organisation that is not the actor's, and a second open run. */
export const makeRun = async (tx: WriteTx, organisationId: string): Promise<Result<string>> => {
  if (!(await keptOrganisations(tx)).some(({ id }) => id === organisationId))
    return refused('invalid', 'Choose whose records', 'organisation')
  const open = await sql`select from disposal_run where organisation_id = ${organisationId}
    and state not in ('done', 'abandoned')`.execute(tx.db)
  if (open.rows.length > 0)
    return refused(
      'invalid',
      'A run of this organisation is open: finish it or put it aside first',
      'organisation',
    )
  const id = tx.ids.next()
  await tx.db
    .insertInto('disposal_run')
    .values({
      id,
      organisation_id: organisationId,
      as_of: tx.today,
      state: 'listing',
      made_by: tx.actor?.staffId ?? '',
      made_at: tx.now,
    })
    .execute()
  await enqueue(tx.db, 'list_disposal', { runId: id })
  return ok(id)
}
