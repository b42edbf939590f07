import type { ReadTx } from '../../platform/database/transaction.ts'
import type { Purpose, Standing } from '../model.ts'
import { standingOf } from '../rules.ts'
import { registerFor } from './register.ts'

/** What the register says today about sharing with one service: for treatment after release, where no purpose is named. */
export const standingFor = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  personId: string,
  serviceId: string,
  purpose: Purpose = 'treatment',
): Promise<readonly Standing[]> =>
  standingOf(await registerFor(tx, personId, { serviceId, purpose }), tx.today)
