import type { ReadTx } from '../../platform/database/transaction.ts'

/** A community service that takes hand-overs here, as the directory knows it. */
export interface ReceivingService {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly area: string | null
  readonly phone: string | null
  readonly openWeekdays: readonly number[]
  /** Days from a referral to the first appointment, as the service says. */
  readonly waitingDays: number | null
}

const most = 200

/** Community services to choose from; those of the destination's town or area stand first. */
export const receivingServices = async (
  tx: Pick<ReadTx, 'db'>,
  destination: string | null,
): Promise<readonly ReceivingService[]> => {
  const rows = await tx.db
    .selectFrom('service')
    .select([
      'id',
      'name',
      'town',
      'area',
      'phone',
      'open_weekdays as openWeekdays',
      'waiting_days as waitingDays',
    ])
    .where('setting', '=', 'community')
    .where('kind', '=', 'recovery')
    .where('registered', '=', true)
    .orderBy('name')
    .limit(most)
    .execute()
  const near = (row: ReceivingService): boolean => isNear(row, destination)
  return [...rows.filter(near), ...rows.filter((row) => !near(row))]
}

const isNear = ({ name, town, area }: ReceivingService, destination: string | null): boolean => {
  const wanted = destination?.toLowerCase() ?? ''
  return wanted !== '' && [name, town, area].some((words) => words?.toLowerCase().includes(wanted))
}
