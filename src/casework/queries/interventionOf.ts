import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

export interface InterventionRow {
  readonly service_id: string
  readonly kind: string
  readonly started_on: Temporal.PlainDate
  readonly ended_on: Temporal.PlainDate | null
}

/** One intervention of somebody with one of these services. */
export const interventionOf = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  serviceIds: readonly string[],
  id: string,
): Promise<Result<InterventionRow>> => {
  const found = await tx.db
    .selectFrom('intervention')
    .select(['service_id', 'kind', 'started_on', 'ended_on'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('service_id', 'in', [...serviceIds])
    .executeTakeFirst()
  return found === undefined ? refused('not_found', 'There is no such intervention.') : ok(found)
}
