import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordedBy, ReferralSource, SubstanceGroup } from '../model.ts'
import { faultOfPast } from '../rules.ts'

export interface Referral {
  readonly personId: string
  readonly by: RecordedBy
  readonly source: ReferralSource
  readonly day: Temporal.PlainDate
  readonly substances: SubstanceGroup | null
}

/**
 * Opens an episode with a service from a referral; answers with its id.
 * Refuses a day to come, and a second open episode with the same service.
 */
export const referPerson = async (tx: WriteTx, referral: Referral): Promise<Result<string>> => {
  const { personId, by, day } = referral
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const fault = faultOfPast(day, tx.today)
  if (fault !== null) return refused('invalid', fault, 'day')
  const open = await tx.db
    .selectFrom('episode')
    .select('id')
    .where('person_id', '=', personId)
    .where('service_id', '=', by.serviceId)
    .where('end_date', 'is', null)
    .executeTakeFirst()
  if (open !== undefined)
    return refused('invalid', 'They have an open episode with this service already. Go on with that one')
  const service = await tx.db
    .selectFrom('service')
    .select('setting')
    .where('id', '=', by.serviceId)
    .executeTakeFirst()
  if (service === undefined)
    return refused('invalid', 'Choose the service that they are referred to', 'service')
  const id = tx.ids.next()
  await tx.db
    .insertInto('episode')
    .values({
      id,
      person_id: personId,
      recorded_under: personId,
      service_id: by.serviceId,
      setting: service.setting,
      local_id: id,
      referral_source: referral.source,
      substances: referral.substances,
      referral_date: day,
      match: 'recorded',
      recorded_by: by.staffId,
      recorded_at: tx.now,
    })
    .execute()
  return ok(id)
}
