import { openEpisode, referPerson } from '../../casework/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'

/** Where the receiving service has no open episode of somebody, a referral of today opens one; answers with its id. */
export const receivePerson = async (
  tx: WriteTx,
  personId: string,
  by: RecordedBy,
): Promise<Result<string>> => {
  const open = await openEpisode(tx, personId, [by.serviceId])
  return open === undefined
    ? referPerson(tx, { personId, by, source: 'another_service', day: tx.today, substances: null })
    : ok(open.id)
}
