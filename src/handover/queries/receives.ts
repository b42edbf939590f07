import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Holds a chosen service to those that take hand-overs; null, for nobody, is one. Refuses on the form's own field. */
export const receives = async (
  tx: Pick<ReadTx, 'db'>,
  serviceId: string | null,
  field: string,
): Promise<Result<void>> => {
  if (serviceId === null) return ok(undefined)
  const found = await tx.db
    .selectFrom('service')
    .select('id')
    .where('id', '=', serviceId)
    .where('setting', '=', 'community')
    .where('kind', '=', 'recovery')
    .where('registered', '=', true)
    .executeTakeFirst()
  return found === undefined ? refused('invalid', 'Choose a service from the list', field) : ok(undefined)
}
