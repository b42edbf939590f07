import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'

/** Another service asks to be involved with somebody. */
export interface InvolvementRequest {
  readonly id: string
  readonly personId: string
  readonly fromServiceId: string
  readonly fromName: string
  readonly fromTown: string | null
  readonly fromPhone: string | null
  readonly askedBy: string
  readonly words: string
  readonly recordedAt: Temporal.Instant
  readonly answer: string | null
}

const requests = (tx: Pick<ReadTx, 'db'>) =>
  tx.db
    .selectFrom('involvement_request as r')
    .innerJoin('service as s', 's.id', 'r.from_service_id')
    .innerJoin('staff', 'staff.id', 'r.asked_by')
    .select([
      'r.id',
      'r.person_id as personId',
      'r.from_service_id as fromServiceId',
      's.name as fromName',
      's.town as fromTown',
      's.phone as fromPhone',
      'staff.full_name as askedBy',
      'r.words',
      'r.recorded_at as recordedAt',
      'r.answer',
    ])

/** One asking, answered or not; refuses `not_found` for whoever does not hold the record. */
export const requestOf = async (tx: Pick<ReadTx, 'db'>, id: string): Promise<Result<InvolvementRequest>> => {
  const row = await requests(tx).where('r.id', '=', id).executeTakeFirst()
  return row === undefined ? refused('not_found', 'There is nothing to answer here.') : ok(row)
}

/** Who asks to be involved with somebody and has no answer yet. */
export const unansweredRequests = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
): Promise<readonly InvolvementRequest[]> =>
  requests(tx)
    .where('r.person_id', '=', personId)
    .where('r.answer', 'is', null)
    .orderBy('r.recorded_at', 'desc')
    .limit(20)
    .execute()
