import type { ReadTx } from '../../platform/database/transaction.ts'

export interface HandoverMessage {
  readonly id: string
  readonly from: string
  readonly fromService: string
  readonly at: Temporal.Instant
  readonly words: string
}

/** What the two services said to one another, oldest first; the newest fifty. */
export const messages = async (
  tx: Pick<ReadTx, 'db'>,
  handoverId: string,
): Promise<readonly HandoverMessage[]> => {
  const rows = await tx.db
    .selectFrom('handover_message as m')
    .innerJoin('service', 'service.id', 'm.service_id')
    .leftJoin('staff', 'staff.id', 'm.recorded_by')
    .select([
      'm.id',
      'm.service_id as fromService',
      'service.name as service',
      'staff.full_name as writer',
      'm.recorded_at as at',
      'm.words',
    ])
    .where('m.handover_id', '=', handoverId)
    .orderBy('m.recorded_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(50)
    .execute()
  return rows.reverse().map(({ writer, service, ...row }) => ({
    ...row,
    from: writer === null ? service : `${writer}, ${service}`,
  }))
}
