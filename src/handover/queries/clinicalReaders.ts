import type { ReadTx } from '../../platform/database/transaction.ts'
import type { ClinicalReaders } from '../clinical-reach.ts'

/** Where something goes, and on which basis as the register names it or a draft does. */
interface Going {
  readonly toService: string | null
  readonly toName: string | null
  readonly basis: string | null
}

/** Whether somebody of the receiving service has a clinical role today, and so reads the clinical part. */
export const clinicalReaders = async (
  tx: Pick<ReadTx, 'db' | 'today'>,
  { toService, toName, basis }: Going,
): Promise<ClinicalReaders> => {
  const directCare = basis === 'direct_care'
  if (toService === null) return { toName: null, clinician: null, directCare }
  const found = await tx.db
    .selectFrom('membership')
    .innerJoin('staff', 'staff.id', 'membership.staff_id')
    .select('membership.id')
    .where('membership.service_id', '=', toService)
    .where('membership.role', '=', 'clinical')
    .where('staff.active', '=', true)
    .where('membership.from_day', '<=', tx.today)
    .where(({ or, eb }) => or([eb('membership.to_day', 'is', null), eb('membership.to_day', '>=', tx.today)]))
    .limit(1)
    .executeTakeFirst()
  return { toName, clinician: found !== undefined, directCare }
}
